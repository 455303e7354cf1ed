using System.Text;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Loading;

public sealed class FolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("manifests").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task LoadAsync_Folder_ReadsManifestsInTheOrderOfNames()
    {
        Write("b.yaml", "a/z.yml", "a/c.json", "a.txt", "c/d/e.YAML", "empty.yaml");
        await File.WriteAllTextAsync(Path.Join(_root, "empty.yaml"), "");
        Assert.Equal(["a/c.json", "a/z.yml", "b.yaml", "c/d/e.YAML"], await LoadAsync(_root));
    }

    [Fact]
    public async Task LoadAsync_Folder_SkipsWhatNobodyWrote()
    {
        Write("a.yaml", ".git/x.yaml", "node_modules/p/x.yaml", "bin/x.yaml", "obj/x.yaml", ".hidden/x.yaml", ".ci.yaml", "sub/bin/x.yaml");
        Assert.Equal(["a.yaml"], await LoadAsync(_root));
    }

    [Fact]
    public async Task LoadAsync_NamedFile_IsAlwaysRead()
    {
        Write("a.txt", ".git/x.yaml");
        Assert.Equal([".git/x.yaml", "a.txt"], await LoadAsync(Path.Join(_root, ".git/x.yaml"), Path.Join(_root, "a.txt")));
    }

    [Fact]
    public async Task LoadAsync_IgnoreFile_FollowsGitignore()
    {
        Write("a.yaml", "b.yaml", "keep/b.yaml", "keep/c.yaml", "out/x.yaml", "deep/out/x.yaml", "deep/only/y.yaml", "only/y.yaml", "t1.yaml", "tx.yaml");
        await File.WriteAllTextAsync(Path.Join(_root, ".imagestreamsignore"), "# comment\n\nb.yaml\nout/\n/only\nt[0-9].yaml\n");
        await File.WriteAllTextAsync(Path.Join(_root, "keep/.imagestreamsignore"), "!b.yaml\n");
        Assert.Equal(["a.yaml", "deep/only/y.yaml", "keep/b.yaml", "keep/c.yaml", "tx.yaml"], await LoadAsync(_root));
    }

    [Fact]
    public async Task LoadAsync_IgnoreOfTheOptions_CountsFromTheFolder()
    {
        Write("a.yaml", "test/a.yaml", "x/test/a.yaml", "x/y/b.yaml");
        Assert.Equal(["a.yaml"], await LoadAsync(new ManifestOptions { Ignore = { "test/", "x/**/b.yaml" } }, _root));
    }

    [Theory]
    [InlineData("*.yaml", "a.yaml")]
    [InlineData("**/*.yaml", "a.yaml b/c.yaml b/d/e.yaml")]
    [InlineData("b/**/e.*", "b/d/e.yaml")]
    [InlineData("?.yaml", "a.yaml")]
    [InlineData("b/*", "b/c.yaml b/d/e.yaml b/n.txt")]
    [InlineData("[ab]", "b/c.yaml b/d/e.yaml")]
    public async Task LoadAsync_Pattern_ReadsWhatMatches(string pattern, string expected)
    {
        Write("a.yaml", "b/c.yaml", "b/d/e.yaml", "b/n.txt", "z.txt");
        Assert.Equal(expected.Split(' '), await LoadAsync(Path.Join(_root, pattern)));
    }

    [Fact]
    public async Task LoadAsync_LinksThatLoop_AreFollowedOnce()
    {
        Write("a/x.yaml", "b/y.yaml");
        Directory.CreateSymbolicLink(Path.Join(_root, "a/up"), _root);
        Directory.CreateSymbolicLink(Path.Join(_root, "b/self"), Path.Join(_root, "b"));
        File.CreateSymbolicLink(Path.Join(_root, "z.yaml"), Path.Join(_root, "a/x.yaml"));
        Assert.Equal(["a/x.yaml", "b/y.yaml"], (await LoadAsync(_root)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task LoadAsync_PathsThatLeadToTheSameFile_ReadItOnce()
    {
        Write("a.yaml");
        Assert.Equal(["a.yaml"], await LoadAsync(Path.Join(_root, "a.yaml"), _root, Path.Join(_root, "./a.yaml")));
    }

    [Fact]
    public async Task LoadAsync_WhatCannotBeRead_IsAProblemAndTheRestIsRead()
    {
        Write("a.yaml");
        File.CreateSymbolicLink(Path.Join(_root, "broken.yaml"), Path.Join(_root, "nothing"));
        var set = await ManifestSet.LoadAsync([_root, Path.Join(_root, "missing.yaml"), Path.Join(_root, "x*.yaml")]);
        Assert.Single(set.Streams);
        Assert.Equal(3, set.Problems.Count);
        Assert.All(set.Problems, problem => Assert.Equal(ManifestProblemKind.Unreadable, problem.Kind));
        Assert.EndsWith("broken.yaml", set.Problems[0].Place.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_LimitsOfSizes_AreProblemsOfTheFilesBeyond()
    {
        Write("a.yaml", "b.yaml", "c.yaml");
        await File.WriteAllTextAsync(Path.Join(_root, "b.yaml"), new string('#', 1000));
        var length = new FileInfo(Path.Join(_root, "a.yaml")).Length;
        var large = await ManifestSet.LoadAsync([_root], new ManifestOptions { MaxFileBytes = 999 });
        Assert.EndsWith("b.yaml", Assert.Single(large.Problems).Place.File, StringComparison.Ordinal);
        var sum = await ManifestSet.LoadAsync([_root], new ManifestOptions { MaxTotalBytes = length + 1000 });
        Assert.EndsWith("c.yaml", Assert.Single(sum.Problems).Place.File, StringComparison.Ordinal);
        var many = await ManifestSet.LoadAsync([_root], new ManifestOptions { MaxFiles = 1 });
        Assert.Equal((ManifestProblemKind.TooLarge, 1), (Assert.Single(many.Problems).Kind, many.Files.Count));
    }

    [Fact]
    public async Task LoadAsync_StandardInput_IsNamedByADash()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes("kind: ImageStream\napiVersion: v1\nmetadata: {name: piped}"));
        var set = await ManifestSet.LoadAsync(["-", "-"], new ManifestOptions { StandardInput = input });
        Assert.Equal(("piped", "-"), (Assert.Single(set.Streams).Name, set.Objects[0].Place.File));
    }

    [Fact]
    public async Task LoadAsync_StreamAndReader_GiveTheSame()
    {
        const string Text = "kind: ImageStream\napiVersion: v1\nmetadata: {name: a}";
        using var stream = new MemoryStream(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Text)).ToArray());
        using var reader = new StringReader(Text);
        var first = await ManifestSet.ReadAsync(stream, "s.yaml");
        var second = await ManifestSet.ReadTextAsync(reader, "s.yaml");
        Assert.Equal(first.Streams, second.Streams);
        Assert.Equal(first.Objects[0].Place, second.Objects[0].Place);
    }

    [Fact]
    public async Task LoadAsync_Canceled_Throws()
    {
        Write("a.yaml");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ManifestSet.LoadAsync([_root], cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task LoadAsync_ManyFiles_KeepsTheirOrder()
    {
        Write([.. Enumerable.Range(0, 200).Select(i => $"f{i:000}.yaml")]);
        var names = (await ManifestSet.LoadAsync([_root])).Streams.Select(stream => stream.Name).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(200, names.Count);
    }

    private void Write(params string[] files)
    {
        foreach (var file in files)
        {
            var path = Path.Join(_root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var name = file.Replace('/', '-').Replace('_', '-').Replace('.', '-').ToUpperInvariant();
            File.WriteAllText(path, $$"""{"kind": "ImageStream", "apiVersion": "v1", "metadata": {"name": "{{name}}"} }""");
        }
    }

    private Task<IEnumerable<string>> LoadAsync(params string[] paths) => LoadAsync(new ManifestOptions(), paths);

    private async Task<IEnumerable<string>> LoadAsync(ManifestOptions options, params string[] paths)
    {
        var set = await ManifestSet.LoadAsync(paths, options);
        Assert.Empty(set.Problems);
        return set.Files.Select(file => Path.GetRelativePath(_root, file.FullPath!).Replace('\\', '/'));
    }
}
