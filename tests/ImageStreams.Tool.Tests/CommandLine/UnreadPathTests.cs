using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>A file that the command line names and that nobody can read is no answer.</summary>
public sealed class UnreadPathTests : IDisposable
{
    private const string Template = "kind: {{ .Values.kind }}\nmetadata: {{- toYaml . }}\n";
    private const string Stream = "kind: ImageStream\napiVersion: image.openshift.io/v1\nmetadata: {name: web, namespace: shop}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("resolve FILE --all")]
    [InlineData("explain FILE --all")]
    [InlineData("admit FILE")]
    [InlineData("cycles FILE")]
    [InlineData("graph FILE")]
    [InlineData("convert FILE")]
    [InlineData("forecast FILE")]
    [InlineData("pin FILE")]
    [InlineData("outdated FILE")]
    public async Task RunAsync_NamedFileIsBinaryOrATemplate_CouldNotBeDone(string line)
    {
        _folder.Write("bin.yaml", "\u0000\u0001\u0002");
        _folder.Write("template.yaml", Template);

        foreach (var name in new[] { "bin.yaml", "template.yaml" })
        {
            var run = await RunAsync(line, name);

            Assert.Equal(ToolExitCode.Failed, run.ExitCode);
            Assert.Contains($"{name}:1:", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Dockerfile", "FROM\n\u0000")]
    [InlineData("compose.yaml", "services: {\n")]
    [InlineData("devcontainer.json", "{\n")]
    public async Task Pin_NamedFileOfAnotherFormatIsBroken_CouldNotBeDone(string name, string text)
    {
        _folder.Write(name, text);

        var run = await RunAsync("pin FILE", name);

        Assert.Equal(ToolExitCode.Failed, run.ExitCode);
    }

    [Fact]
    public async Task RunAsync_BrokenFileInAFolder_IsToldAndTheRestAnswers()
    {
        _folder.Write("chart/template.yaml", Template);
        _folder.Write("web.yaml", Stream);

        var run = await ToolRun.RunAsync("resolve", _folder.Path, "--all");

        Assert.Contains("template.yaml:1:", run.Error, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
    }

    [Fact]
    public async Task RunAsync_BrokenDocumentBesideAnObject_IsToldAndTheObjectAnswers()
    {
        _folder.Write("web.yaml", $"{Stream}---\na: [\n");

        var run = await RunAsync("cycles FILE", "web.yaml");

        Assert.Contains("web.yaml:", run.Error, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
    }

    [Theory]
    [InlineData("resolve FILE --all", "no tags\n")]
    [InlineData("explain FILE --all", "no tags\n")]
    [InlineData("forecast FILE", "no tags to import\n")]
    [InlineData("cycles FILE", "no cycles\n")]
    [InlineData("outdated FILE", "0 of 0 followed tags moved\n")]
    public async Task RunAsync_EmptyFolder_SaysThatThereIsNothing(string line, string answer)
    {
        var run = await RunAsync(line, "");

        Assert.Equal((ToolExitCode.Fine, answer, ""), (run.ExitCode, run.Out, run.Error));
    }

    [Fact]
    public async Task RunAsync_BrokenStandardInput_CouldNotBeDone()
    {
        var run = await ToolRun.RunAsync(new ToolSetting { Input = Template }, "resolve", "-", "--all");

        Assert.Equal(ToolExitCode.Failed, run.ExitCode);
    }

    [Theory]
    [InlineData("doctor FILE")]
    [InlineData("validate FILE")]
    public async Task Findings_NamedFileIsATemplate_IsAFinding(string line)
    {
        _folder.Write("template.yaml", Template);

        var run = await RunAsync(line, "template.yaml");

        Assert.Contains("error ISM1002", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task Findings_ObjectWithoutNamespace_HasNoSlashAndAsksWithAQuestionMark()
    {
        var path = _folder.Write("web.yaml", "kind: ImageStream\napiVersion: image.openshift.io/v1\nmetadata: {name: web}\nspec: {tag: []}\n");

        var run = await ToolRun.RunAsync("validate", path);
        var annotations = await ToolRun.RunAsync("validate", path, "-o", "github");

        Assert.Contains("does not exist; did you mean tags?\n  in ImageStream web spec.tag\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("did you mean tags? (ImageStream web spec.tag)\n", annotations.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_PathThatDoesNotExist_HasNoLineAndColumn()
    {
        var answer = await RunAsync("cycles FILE", "missing");
        var findings = await RunAsync("doctor FILE", "missing");
        var names = await RunAsync("pin FILE", "Dockerfile");

        Assert.Equal("missing: error: There is no such file or folder; check the path.\n", _folder.Hide(answer.Error));
        Assert.StartsWith("missing: error ISM1001: ", _folder.Hide(findings.Out), StringComparison.Ordinal);
        Assert.Equal("Dockerfile: error: There is no such file or folder; check the path.\n", _folder.Hide(names.Error));
        Assert.Equal([ToolExitCode.Failed, ToolExitCode.Failed, ToolExitCode.Failed], [answer.ExitCode, findings.ExitCode, names.ExitCode]);
    }

    private Task<ToolRun> RunAsync(string line, string name) =>
        ToolRun.RunAsync([.. line.Split(' ').Select(word => word == "FILE" ? Path.Join(_folder.Path, name) : word)]);
}
