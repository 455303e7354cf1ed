using ImageStreams.References;

namespace ImageStreams.Tests.References;

/// <summary>The sort by ranks has the order of the plain sort, also where ranks end.</summary>
public class RankedTagSortTests
{
    private static readonly string[] Pieces =
    [
        "0", "1", "2", "10", "1048574", "1048575", "1048576", "99999999999", "18446744073709551615", ".", ".", ".", "-", "rc", "+b", "v", "A", "_",
        "\u0001", "\u007F", "\u0080", "\u00E9", "\uFFEE", "\U0001F600", "\ud800", "build-", "abcdefgh", "latest",
    ];

    [Fact]
    public void Sort_AnyTags_IsThatOfThePlainForm()
    {
        var random = new Random(2102);
        for (var round = 0; round < 1_000; round++)
        {
            var prefix = round % 3 == 0 ? Pieces[random.Next(Pieces.Length)] : "";
            string[] tags = [.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => prefix + CreateTag(random))];
            string[] expected = [.. tags];

            TagPriority.SortPlainly(expected);
            RankedTagSort.Sort(tags);

            Assert.Equal(expected, tags);
        }
    }

    [Theory]
    [InlineData("1048575.1.0", "1048574.9.0")]
    [InlineData("1.1048576.0", "1.1048575.5")]
    [InlineData("1.0.1048576", "1.0.1048575")]
    [InlineData("1.0.1048575", "1.0.1048575-rc1")]
    [InlineData("abcdefgh1", "abcdefgh2")]
    [InlineData("a\u007Fz", "a\u0080a")]
    [InlineData("1.0.0", "v1.0.0")]
    public void Sort_TagsBeyondTheRank_ComparesThem(string first, string second)
    {
        string[] tags = [second, "other", first];

        RankedTagSort.Sort(tags);

        Assert.Equal([first, second], tags.Where(tag => tag != "other"));
    }

    private static string CreateTag(Random random) => random.Next(4) == 0
        ? $"{CreateNumber(random)}.{CreateNumber(random)}.{CreateNumber(random)}"
        : string.Concat(Enumerable.Range(0, random.Next(0, 8)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string CreateNumber(Random random) => Pieces[random.Next(0, 9)];
}
