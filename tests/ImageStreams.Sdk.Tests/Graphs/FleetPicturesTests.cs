using ImageStreams.Tests.Documentation;

namespace ImageStreams.Tests.Graphs;

/// <summary>
/// The pictures of the documentation are what the library draws. To renew them, run these tests with
/// <c>RENEW_PICTURES=1</c>, then <c>for f in docs/pictures/*.dot; do dot -Tsvg -o "${f%.dot}.svg" "$f"; done</c>.
/// </summary>
public sealed class FleetPicturesTests
{
    private const string Advice = "is out of date: run these tests with RENEW_PICTURES=1, then dot -Tsvg on each .dot.";
    private const int MaxSvgLength = 100 * 1024;

    public static TheoryData<string> Pictures => [.. FleetPictures.Names];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Dot_OfFleet_IsCommitted(string name)
    {
        var dot = FleetPictures.SliceOf(name).ToDot(FleetPictures.OptionsOf(name));
        var path = $"docs/pictures/{name}.dot";
        if (Environment.GetEnvironmentVariable("RENEW_PICTURES") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, path), dot);
        }

        Assert.True(Repository.Exists(path) && dot == Repository.Read(path), $"{path} {Advice}");
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Svg_OfFleet_HasEveryLabelOfItsDot(string name)
    {
        var svg = Repository.Read($"docs/pictures/{name}.svg");
        var labels = DotLabels.Read(Repository.Read($"docs/pictures/{name}.dot")).SelectMany(label => label.Split('\n'));

        Assert.InRange(svg.Length, 1, MaxSvgLength);
        Assert.All(labels.Where(line => line.Length > 0), line => Assert.True(
            svg.Contains($">{line}</text>", StringComparison.Ordinal), $"docs/pictures/{name}.svg {Advice}"));
    }
}
