using System.Text;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Mentions;

public sealed class MentionWritingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentions").FullName;

    public static TheoryData<Encoding> Encodings => [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task WriteAsync_AnyEncoding_KeepsMarkAndLineEnds(Encoding encoding)
    {
        const string Before = "# Ünïcode 😀\r\nFROM alpine:3\r\nRUN echo é\n";
        var path = Path.Join(_folder, "Dockerfile");
        await File.WriteAllTextAsync(path, Before, encoding);

        var set = await ImageMentionSet.LoadAsync([_folder]);
        await Assert.Single(set.Edit([Assert.Single(set.Mentions).WithTag("4")])).WriteAsync();

        byte[] expected = [.. encoding.GetPreamble(), .. encoding.GetBytes(Before.Replace(":3", ":4", StringComparison.Ordinal))];
        Assert.Equal(expected, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task LoadAsync_IgnoreFile_LeavesFilesOut()
    {
        Write("Dockerfile", "FROM a:1");
        Write("old/Dockerfile", "FROM b:1");
        Write(".github/workflows/ci.yml", "jobs: {a: {container: c:1}}");
        Write("node_modules/x/Dockerfile", "FROM d:1");
        Write(".imagestreamsignore", "old/\n.github/\n");

        var set = await ImageMentionSet.LoadAsync([_folder]);

        Assert.Equal(["a:1"], set.Mentions.Select(mention => mention.Image));
    }

    [Fact]
    public async Task LoadAsync_MissingOtherAndBinaryFiles_AreProblemsOrLeftOut()
    {
        Write("notes.txt", "FROM a:1");
        await File.WriteAllBytesAsync(Path.Join(_folder, "Dockerfile"), [(byte)'F', 0xff, 0xfe, 0xfd]);

        var set = await ImageMentionSet.LoadAsync([_folder, Path.Join(_folder, "missing"), Path.Join(_folder, "notes.txt"), "-"]);

        Assert.Empty(set.Mentions);
        Assert.Equal(
            [ManifestProblemKind.Syntax, ManifestProblemKind.Unreadable], set.Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public async Task LoadAsync_FileOverTheLimit_IsAProblemAndTheRestIsRead()
    {
        Write("a/Dockerfile", $"FROM a:1\n# {new string('x', 200)}");
        Write("b/Dockerfile", "FROM b:1");

        var set = await ImageMentionSet.LoadAsync([_folder], new ManifestOptions { MaxFileBytes = 100 });

        Assert.Equal(["b:1"], set.Mentions.Select(mention => mention.Image));
        Assert.Equal(ManifestProblemKind.TooLarge, Assert.Single(set.Problems).Kind);
    }

    [Theory]
    [InlineData("Dockerfile", ImageMentionFormat.Dockerfile)]
    [InlineData("src/Dockerfile.prod", ImageMentionFormat.Dockerfile)]
    [InlineData("app.dockerfile", ImageMentionFormat.Dockerfile)]
    [InlineData("Containerfile", ImageMentionFormat.Dockerfile)]
    [InlineData("compose.yaml", ImageMentionFormat.Compose)]
    [InlineData("docker-compose.ci.yml", ImageMentionFormat.Compose)]
    [InlineData(".devcontainer/devcontainer.json", ImageMentionFormat.DevContainer)]
    [InlineData("x/.github/workflows/a.yml", ImageMentionFormat.GitHubWorkflow)]
    [InlineData("action.yml", ImageMentionFormat.GitHubWorkflow)]
    [InlineData("ci/.gitlab-ci.yml", ImageMentionFormat.GitLabPipeline)]
    [InlineData("kustomization.yaml", ImageMentionFormat.Kustomization)]
    [InlineData("a\\b\\C.csproj", ImageMentionFormat.MSBuild)]
    [InlineData("Directory.Build.props", ImageMentionFormat.MSBuild)]
    [InlineData("deployment.yaml", null)]
    [InlineData("workflows/a.yml", null)]
    [InlineData("values.yaml", null)]
    [InlineData("Dockerfile.md", null)]
    [InlineData("Dockerfile.dockerignore", null)]
    [InlineData("package.json", null)]
    public void FindFormat_Path_IsByItsName(string path, ImageMentionFormat? expected) =>
        Assert.Equal(expected, ImageMentionSet.FindFormat(path));

    private void Write(string name, string text)
    {
        var path = Path.Join(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
