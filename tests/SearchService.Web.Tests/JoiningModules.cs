using SearchService.Web.Page;

namespace SearchService.Web.Tests;

public sealed class JoiningModules
{
    [Fact]
    public void A_module_stands_behind_those_it_needs_each_in_a_scope_of_its_own()
    {
        string script = Join(
            ("js/main.js", "import { add as plus, one } from './parts/add.js';\nimport {\n  two,\n} from './two.js';\nplus(one, two);\n"),
            ("js/parts/add.js", "import { two } from '../two.js';\nexport const one = two - 1;\nexport function add(a, b) { return a + b; }\n"),
            ("js/two.js", "// two\nexport const two = 2;\n"));

        Assert.Equal(
            """
            const $module0 = (() => {
            const two = 2;
            return { two };
            })();
            const $module1 = (() => {
            const { two } = $module0;
            const one = two - 1;
            function add(a, b) { return a + b; }
            return { one, add };
            })();
            const { add: plus, one } = $module1;
            const {
            two,
            } = $module0;
            plus(one, two);

            """.ReplaceLineEndings("\n"),
            script);
    }

    [Theory]
    [InlineData("export default 1;\n")]
    [InlineData("export let one = 1;\n")]
    [InlineData("import one from './one.js';\n")]
    [InlineData("const one = await import('./one.js');\n")]
    [InlineData("const here = import.meta.url;\n")]
    [InlineData("const lines = `one\n  two`;\n")]
    [InlineData("import { main } from './main.js';\n")]
    public void What_would_be_joined_wrongly_is_refused(string module)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => Join(("js/main.js", "import { other } from './other.js';\n"), ("js/other.js", module)));
        Assert.Contains("js/", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_and_indentation_stay_behind()
    {
        Assert.Equal(
            "run('// no comment'); // nor a line of one\n/* here */ run();\nrun();\n",
            Join(("js/main.js", "// first\n/** @param {import('./state.js').State} state */\nrun('// no comment'); // nor a line of one\n  /* here */ run();\n/**\n * import('./x.js')\n */\nrun();\n")));
    }

    private static string Join(params (string Path, string Text)[] modules) =>
        JoinedModules.Join("js/main.js", path => modules.Single(module => module.Path == path).Text);
}
