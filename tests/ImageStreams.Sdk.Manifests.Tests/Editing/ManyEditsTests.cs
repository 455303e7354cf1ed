using ImageStreams.Manifests;
using static ImageStreams.Tests.Manifests.Editing.Edits;

namespace ImageStreams.Tests.Manifests.Editing;

/// <summary>Many edits of one object, and of one line.</summary>
public class ManyEditsTests
{
    private const int Count = 20_000;

    [Fact]
    public void DiffRegions_ManyPatchesOfOneLine_AreOneRegion()
    {
        var text = $"[\n{string.Join(',', Enumerable.Range(0, Count))}\n]\n";
        var end = text.LastIndexOf('\n', text.Length - 2) + 1;
        var patches = Enumerable.Range(0, Count).Select(index => new TextPatch(2 + (2 * index), 3 + (2 * index), "x", 0));

        var regions = new DiffRegions(text, [.. patches]);

        Assert.Equal(new DiffRegion(new TextSpan(2, end), 0, Count), Assert.Single(regions.Find()));
        Assert.Equal(2, regions.SearchCount);
    }

    [Fact]
    public void DiffRegions_PatchesOnLinesThatTouch_AreOneRegion() => Assert.Equal(
        [new DiffRegion(new TextSpan(0, 4), 0, 3), new DiffRegion(new TextSpan(9, 11), 3, 4)],
        new DiffRegions("a\nb\nc\nd\n\ne\n", [new(0, 1, "x", 0), new(0, 1, "y", 0), new(2, 3, "", 0), new(9, 10, "z", 0)]).Find());

    [Fact]
    public void Edit_ManyFieldsOfMinifiedJson_ChangesItsOneLine()
    {
        var change = FindChange(Write(name => $"\"{name}\":1"), "a.json", [.. Names().Select(name => Set(name, "2"))])!;

        Assert.Equal(Write(name => $"\"{name}\":2"), change.After);
        Assert.Equal(
            $"--- a/a.json\n+++ b/a.json\n@@ -1 +1 @@\n-{change.Before}\n\\ No newline at end of file\n+{change.After}\n\\ No newline at end of file\n",
            change.ToUnifiedDiff());
    }

    [Fact]
    public void Edit_ManyFieldsRemovedAndAdded_ChangesAllOfThem()
    {
        var edits = Names().SelectMany(name => new[] { Remove(name), Insert("new" + name, "1") });

        var after = FindChange(Write(name => $"\"{name}\":1,\"{name}b\":1"), "a.json", [.. edits])!.After;

        Assert.Equal(
            "{" + string.Join(',', Names().Select(name => $"\"{name}b\":1").Concat(Names().Select(name => $"\"new{name}\":1"))) + "}", after);
    }

    [Fact]
    public void Edit_ManyFieldsRemovedOfWhichOneIsMissing_NamesIt()
    {
        var edits = Names().Select(Remove).Append(Remove("missing")).ToArray();

        var error = Assert.Throws<ManifestEditException>(() => FindChange(Write(name => $"\"{name}\":1"), "a.json", edits));

        Assert.Equal((ManifestEditFailure.NotFound, "missing"), (error.Reason, error.Path));
    }

    private static IEnumerable<string> Names() => Enumerable.Range(0, Count).Select(index => $"k{index}");

    private static string Write(Func<string, string> entry) => "{" + string.Join(',', Names().Select(entry)) + "}";
}
