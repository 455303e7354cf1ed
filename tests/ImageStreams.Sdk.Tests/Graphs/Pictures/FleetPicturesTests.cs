using System.Xml.Linq;
using ImageStreams.Tests.Documentation;

namespace ImageStreams.Tests.Graphs;

/// <summary>
/// The pictures of the documentation are what the library draws. To renew them, run these tests with
/// <c>RENEW=1</c>, then <c>for f in docs/pictures/*.dot; do dot -Tsvg -o "${f%.dot}.svg" "$f"; done</c>.
/// </summary>
public sealed class FleetPicturesTests
{
    private const int MaxSvgLength = 100 * 1024;

    public static TheoryData<string> Pictures => [.. FleetPictures.Names];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Dot_OfFleet_IsCommitted(string name) => RenewableFile.AssertEqual(
        $"docs/pictures/{name}.dot",
        FleetPictures.GetSlice(name).ToDot(FleetPictures.GetOptions(name)));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Svg_OfFleet_HasEveryLabelOfItsDot(string name)
    {
        var svg = Repository.Read($"docs/pictures/{name}.svg");
        var texts = XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "text")
            .Select(element => element.Value).ToHashSet();
        var dot = new DotReader(Repository.Read($"docs/pictures/{name}.dot"));

        Assert.InRange(svg.Length, 1, MaxSvgLength);
        Assert.All(dot.Nodes.Concat(dot.Edges).SelectMany(lines => lines), line => Assert.True(
            texts.Contains(line), $"docs/pictures/{name}.svg {RenewableFile.Advice}"));
    }
}
