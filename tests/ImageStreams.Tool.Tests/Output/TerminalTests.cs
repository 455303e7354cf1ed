
namespace ImageStreams.Tests.Tool;

/// <summary>What reaches a terminal: colors that the tool chose, and nothing that a file chose.</summary>
public sealed class TerminalTests
{
    private const string Escape = "\u001b";

    /// <summary>Names with a terminal title, a cleared screen, a carriage return and a reordered line, as YAML escapes.</summary>
    private const string Hostile = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: "web\e]0;owned\a\e[2J\r"
          namespace: "shop\u202e"
          annotations:
            image.openshift.io/triggers: '[{"from": {"kind": "ImageStreamTag", "name": "a\u001b[31mb:c"}, "fieldPath": "spec.x\u0007"}]'
        spec:
          template:
            spec:
              containers:
                - name: "x\e[31m"
                  image: "quay.io/a/b:1"
        """;

    [Fact]
    public async Task Doctor_OnATerminal_UsesColors()
    {
        var run = await ToolRun.RunAsync(ToolSetting.Terminal, "doctor", RepositoryFiles.Shop);

        Assert.Contains(Escape, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task Doctor_TerminalWithoutColor_UsesNone(string variable, string value)
    {
        var setting = ToolSetting.Terminal with { Variables = new() { [variable] = value } };

        var run = await ToolRun.RunAsync(setting, "doctor", RepositoryFiles.Shop);

        Assert.DoesNotContain(Escape, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_InAPipe_UsesNoColor()
    {
        var run = await ToolRun.RunAsync("doctor", RepositoryFiles.Shop);

        Assert.DoesNotContain(Escape, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor -")]
    [InlineData("doctor - -o json")]
    [InlineData("doctor - -o sarif")]
    [InlineData("doctor - -o github")]
    [InlineData("validate -")]
    [InlineData("admit -")]
    [InlineData("admit - -o json")]
    [InlineData("graph - -o json")]
    [InlineData("graph - -o dot")]
    [InlineData("graph - -o mermaid")]
    [InlineData("impact - --image quay.io/a/b:1")]
    [InlineData("impact - --image quay.io/a/b:1 -o markdown")]
    [InlineData("impact - --image quay.io/a/b:1 -o json")]
    [InlineData("pin - --check")]
    [InlineData("pin - -o json")]
    [InlineData("convert -")]
    [InlineData("cycles -")]
    [InlineData("resolve - --all")]
    public async Task RunAsync_HostileNamesOnATerminal_NoControlCharacterOfTheFileGetsThrough(string line)
    {
        var setting = ToolSetting.Terminal with { Input = Hostile, Variables = new() { ["NO_COLOR"] = "1" } };

        var run = await ToolRun.RunAsync(setting, line.Split(' '));

        Assert.DoesNotContain(run.Out + run.Error, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
    }
}
