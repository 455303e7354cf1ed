using System.Diagnostics;
using System.Text;
using FsCheck.Xunit;
using ImageStreams.Manifests;
using static ImageStreams.Tests.Manifests.Editing.Edits;

namespace ImageStreams.Tests.Manifests.Editing;

public sealed class UnifiedDiffTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("edits").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("a: 1\nb: 2\n", "--- a/app.yaml\n+++ b/app.yaml\n@@ -1,2 +1,3 @@\n a: 1\n b: 2\n+x: z\n")]
    [InlineData("a: 1\nb: 2", "--- a/app.yaml\n+++ b/app.yaml\n@@ -1,2 +1,3 @@\n a: 1\n-b: 2\n\\ No newline at end of file\n+b: 2\n+x: z\n\\ No newline at end of file\n")]
    [InlineData("a: 1\r\nb: 2\r\n", "--- a/app.yaml\n+++ b/app.yaml\n@@ -1,2 +1,3 @@\n a: 1\r\n b: 2\r\n+x: z\r\n")]
    public void ToUnifiedDiff_AddedLine_HasItsContext(string text, string expected) =>
        Assert.Equal(expected, FindChange(text, "app.yaml", Set("x", "\"z\""))!.ToUnifiedDiff());

    [Fact]
    public void ToUnifiedDiff_DistantChanges_AreHunksOfTheirOwn()
    {
        var text = string.Concat(Enumerable.Range(0, 20).Select(n => $"k{n}: {n}\n"));
        var change = FindChange(text, "./deploy/app.yaml", Set("k2", "0"), Remove("k9"), Set("k18", "0"))!;
        Assert.Equal(
            "--- a/deploy/app.yaml\n+++ b/deploy/app.yaml\n@@ -2,3 +2,3 @@\n k1: 1\n-k2: 2\n+k2: 0\n k3: 3\n@@ -9,3 +9,2 @@\n k8: 8\n-k9: 9\n"
            + " k10: 10\n@@ -18,3 +17,3 @@\n k17: 17\n-k18: 18\n+k18: 0\n k19: 19\n",
            change.ToUnifiedDiff(context: 1));
        Assert.Contains("@@ -3 +3 @@\n-k2: 2\n+k2: 0\n@@ -10 +9,0 @@\n-k9: 9\n@@ -19 +18 @@", change.ToUnifiedDiff(0), StringComparison.Ordinal);
        Assert.Single(change.ToUnifiedDiff(int.MaxValue).Split("@@ -1,20 +1,19 @@")[1..]);
        Assert.Throws<ArgumentOutOfRangeException>(() => change.ToUnifiedDiff(-1));
    }

    [Fact]
    public void ToUnifiedDiff_ListThatIsReplaced_ShowsOnlyWhatDiffers() => Assert.Equal(
        "--- a/app.yaml\n+++ b/app.yaml\n@@ -2,3 +2,4 @@\n - a\n - b\n - c\n+- d\n",
        FindChange("l:\n- a\n- b\n- c\n", "app.yaml", Set("l", "[\"a\",\"b\",\"c\",\"d\"]"))!.ToUnifiedDiff());

    [Theory]
    [InlineData("a b.yaml", "--- a/a b.yaml\t\n")]
    [InlineData("/x/a.yaml", "--- a/x/a.yaml\n")]
    [InlineData("a\n\"é.yaml", "--- \"a/a\\012\\\"\\303\\251.yaml\"\n")]
    public void ToUnifiedDiff_SpecialName_IsWrittenAsGitDoes(string name, string expected) =>
        Assert.StartsWith(expected, FindChange("a: 1\n", name, Set("a", "2"))!.ToUnifiedDiff(), StringComparison.Ordinal);

    [Property(Replay = "2026,1625", MaxTest = 40)]
    public void ToUnifiedDiff_AnyEdits_GitAppliesThem(int seed, int other)
    {
        var random = new Random((seed * 7919) + other);
        var (name, text) = EditSamples.Choose(random);
        if (FindRandomChange(random, name, text) is { } change)
        {
            AssertApplies(change, random.Next(1, 5));
        }
    }

    [Fact]
    public void ToUnifiedDiff_ByteOrderMark_GitAppliesIt()
    {
        var file = new ManifestFile(new SourceText("app.yaml", "a: 1\nb: 2\n"), FileEncoding.Utf8WithMark, null);
        var tree = TextReading.Read(file.Source, TextLimits.Default).Trees[0];
        AssertApplies(FileEditing.Edit(file, [Request(tree, Set("a", "2"))])!, 3);
        AssertApplies(FileEditing.Edit(file, [Request(tree, Remove("a"))])!, 3);
    }

    private static FileChange? FindRandomChange(Random random, string name, string text)
    {
        var file = new ManifestFile(new SourceText(name, text), FileEncoding.Utf8, null);
        var trees = TextReading.Read(file.Source, TextLimits.Default).Trees;
        if (trees.Count == 0 || trees[0].Nodes[0].Kind == TextNodeKind.Scalar)
        {
            return null;
        }

        try
        {
            var edits = new RandomEdits(random, trees[0]);
            return FileEditing.Edit(file, Enumerable.Range(0, random.Next(1, 4)).Select(_ => Request(trees[0], edits.Next())));
        }
        catch (ManifestEditException)
        {
            return null;
        }
    }

    private void AssertApplies(FileChange change, int context)
    {
        var path = Path.Join(_root, change.File.Name);
        File.WriteAllBytes(path, change.File.ToBytes());
        var diff = change.ToUnifiedDiff(context);
        Assert.True(Apply(diff) == 0, $"{diff}\n{change.Before}");
        Assert.Equal(change.File.ToBytes(change.After), File.ReadAllBytes(path));
    }

    private int Apply(string diff)
    {
        var start = new ProcessStartInfo("git", ["apply", "--whitespace=nowarn", "-"])
        {
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            WorkingDirectory = _root,
        };
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(_root);
        using var git = Process.Start(start)!;
        git.StandardInput.Write(diff);
        git.StandardInput.Close();
        git.WaitForExit();
        return git.ExitCode;
    }
}
