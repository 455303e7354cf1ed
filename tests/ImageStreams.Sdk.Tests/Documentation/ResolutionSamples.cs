using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Documentation;

public sealed class ResolutionSamples
{
    private static readonly ImageStream Python = AnImageStream("python")
        .Tag("latest").Follows("3.8").PointsTo('1').Tag("3.8").FollowsImage("quay.io/team/python:3.8").PointsTo('1').Build();

    private static readonly ImageStream[] Streams =
    [
        AnImageStream("app").Tag("base").Follows("python:3.8", "infra").Build(),
        Python.In("infra"),
    ];

    [Fact]
    public void Resolve_GivesTheImageAndThePath()
    {
        var python = Python;
        var lines = new List<string>();

        // sample: resolution-resolve
        if (TagResolver.Resolve(python, "latest") is TagResolution.Resolved resolved)
        {
            lines.Add(resolved.PullSpec);   // quay.io/team/python@sha256:...
            foreach (var hop in resolved.Hops)
            {
                lines.Add($"{hop.Name} ({hop.Rule})");
            }
        }
        // end

        Assert.Equal([PullSpec('1'), "shop/python:latest (Requested)", "shop/python:3.8 (TagOfSameStream)"], lines);
    }

    [Fact]
    public void Resolve_AcrossStreams_ContinuesInTheOtherNamespace()
    {
        var loaded = Streams;

        // sample: resolution-across
        var streams = new ImageStreamSet(loaded);   // once; then one lookup per hop
        var resolution = TagResolver.Resolve(
            streams,
            ImageStreamTagName.Parse("shop/app:base"),
            new TagResolverOptions { AcrossStreams = true });
        // end

        var resolved = Assert.IsType<TagResolution.Resolved>(resolution);
        Assert.Equal("infra/python:3.8", resolved.DecidedBy.Name);
    }

    [Fact]
    public void Explain_ReportsEachStep()
    {
        var python = Python;

        // sample: resolution-explain
        var explanation = TagResolver.Explain(python, "latest");
        Console.WriteLine(explanation);
        // end

        var shown = CodeBlock.In("docs/concepts/resolution.md").Single(block => block.Language == "text").Text;
        Assert.Equal(
            shown,
            explanation.ToString()
                .Replace(Image('1'), "sha256:...", StringComparison.Ordinal)
                .Replace("quay.io/app/web", "quay.io/team/python", StringComparison.Ordinal));
    }

    [Fact]
    public void Images_AreFoundByTheBeginningOfTheirDigest()
    {
        var python = Python;

        // sample: resolution-image
        var name = ImageStreamImageName.Parse("python@1111111");
        var found = StreamImages.Resolve(python, name.Id) switch
        {
            StreamImageResult.Found image => image.DockerImageReference,
            StreamImageResult.Ambiguous several => $"ambiguous: {string.Join(" or ", several.Images)}",
            _ => "no tag of the stream has ever pointed to it",
        };
        // end

        Assert.Equal(PullSpec('1'), found);
    }

    [Fact]
    public void PullSpecs_AreWhatTriggersUse()
    {
        var python = Python;

        // sample: resolution-pull-specs
        var pullSpec = PullSpecs.FindLatest(python, "latest");   // null while there is no image
        // end

        Assert.Equal(PullSpec('1'), pullSpec);
    }

    [Fact]
    public void Resolution_NamesEveryRuleOriginAndReason()
    {
        var page = Repository.Read("docs/concepts/resolution.md");
        Assert.All(
            [.. Enum.GetNames<TagHopRule>(), .. Enum.GetNames<PullSpecOrigin>(), .. Enum.GetNames<InvalidTagReason>()],
            name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal));
    }
}
