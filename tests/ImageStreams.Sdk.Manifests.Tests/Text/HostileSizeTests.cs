using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Text;

/// <summary>Small texts that would take much time or memory: what they come to is limited.</summary>
public class HostileSizeTests
{
    private static readonly string Long = new('k', 20_000);

    [Theory]
    [InlineData("? &a {0}\n: 1\nb:\n", "- *a\n")]
    [InlineData("? &a {0}\n: 1\nb:\n", "- {*a : 1}\n")]
    [InlineData("a: &a {0}\nb:\n", "- {*a : 1}\n")]
    [InlineData("a: &a \"{0}\\n\"\nb:\n", "- {*a : 1}\n")]
    [InlineData("a: &a {0}\nb:\n", "- *a\n")]
    public void Read_AliasesOfLongText_AreRefused(string head, string line)
    {
        var text = head.Replace("{0}", Long, StringComparison.Ordinal);
        Assert.Empty(Texts.Read(text + Repeat(line, 100)).Problems);
        Assert.Equal(ManifestProblemKind.TooLarge, Texts.ReadProblem(text + Repeat(line, 2000)).Kind);
    }

    [Fact]
    public void Read_ManyBrokenDocuments_EndsAfterTheLimit()
    {
        var limit = TextLimits.Default.MaxProblems;
        var few = Texts.Read(Repeat("---\na: 'x\n", limit) + "---\nlast: 1\n");
        Assert.Equal(limit, few.Problems.Count);
        Assert.Equal("""{"last":1}""", Assert.Single(few.Trees).Json());

        var many = Texts.Read("---\nfirst: 1\n" + Repeat("---\na: 'x\n", limit + 2) + "---\nlast: 1\n");
        Assert.Equal("""{"first":1}""", Assert.Single(many.Trees).Json());
        Assert.Equal(limit + 1, many.Problems.Count);
        var end = many.Problems[^1];
        Assert.Equal(ManifestProblemKind.TooLarge, end.Kind);
        Assert.Contains("nothing is read from here on", end.Message, StringComparison.Ordinal);
        Assert.Equal((3 + (2 * (limit + 1)), limit + 3), (end.Place.Line, end.Place.Document));
    }

    [Fact]
    public void Read_ManyDuplicateKeys_ReadsTheDocumentsAfterThem()
    {
        var result = Texts.Read(Repeat("---\na: 1\na: 2\n", 200) + "---\nlast: 1\n");
        Assert.Equal(201, result.Trees.Count);
        Assert.Contains("are not listed", result.Problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_LargeTable_IsReplaced()
    {
        var small = new Dictionary<int, int> { [1] = 1 };
        Assert.Same(small, KeptTable.Empty(small));
        Assert.Empty(small);
        Assert.NotSame(small, KeptTable.Empty(new Dictionary<int, int>(1000)));
        Assert.Empty(KeptTable.Empty(Enumerable.Range(0, 1000).ToDictionary(key => key)));
    }

    [Fact]
    public void Create_ManyAmbiguousScalars_KeepsTheFirstProblems()
    {
        var tree = Texts.ReadOne("command:\n" + Repeat("- 010\n", 5000) + "labels:\n  yes: a\n");
        var readings = ScalarReadings.Create(tree, 0);
        Assert.Equal(1000, readings.Problems.Count);
        Assert.Equal((2, 1001), (readings.Problems[0].Place.Line, readings.Problems[^1].Place.Line));
        Assert.Equal(5000, readings.Readings.Count);
    }

    private static string Repeat(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
