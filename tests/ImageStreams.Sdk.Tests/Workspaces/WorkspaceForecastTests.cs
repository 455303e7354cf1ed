using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Workspaces;
using static ImageStreams.Tests.Workspaces.WorkspaceSamples;

namespace ImageStreams.Tests.Workspaces;

public sealed class WorkspaceForecastTests
{
    private static readonly ImageMirrors Mirrors = new() { Source = "quay.io/team", Mirrors = ["mirror.example/team"] };

    private static ImageStream Base => Stream(
        "base", $"{Tag("1", "DockerImage", "quay.io/team/base:1")}, {Tag("2", "DockerImage", $"quay.io/team/base@{ImageA}")}");

    [Fact]
    public void Forecast_WithoutMirrors_IsThatOfTheStreams() =>
        Assert.Equal(ImportForecast.Create([Base]).ToString(), Create(Base).Forecast().ToString());

    [Fact]
    public void Forecast_MirrorsForTags_CountForTagsOnly()
    {
        var objects = new WorkspaceObjects
        {
            Streams = [Base],
            ImageTagMirrorSets = [new ImageTagMirrorSet { Spec = new ImageTagMirrorSetSpec { ImageTagMirrors = [Mirrors] } }],
        };

        Assert.Equal([("mirror.example", 1), ("quay.io", 1)], Count(Create(objects).Forecast()));
    }

    [Fact]
    public void Forecast_MirrorsForDigests_CountForDigestsOnly()
    {
        var objects = new WorkspaceObjects
        {
            Streams = [Base],
            ImageDigestMirrorSets = [new ImageDigestMirrorSet { Spec = new ImageDigestMirrorSetSpec { ImageDigestMirrors = [Mirrors] } }],
            ImageContentSourcePolicies = [new ImageContentSourcePolicy()],
        };

        Assert.Equal([("mirror.example", 1), ("quay.io", 1)], Count(Create(objects).Forecast(new ImportForecastOptions())));
    }

    [Fact]
    public void Forecast_SourceThatIsNeverContacted_CostsNothing()
    {
        var rules = new RegistryRules { Blocked = [RegistryScope.Parse("quay.io")] };

        var forecast = ImportForecast.Create([Base], null, new RegistryPolicy(rules));

        Assert.Empty(forecast.Registries);
        Assert.Equal(
            [
                "shop/base:1: quay.io/team/base must not be contacted: quay.io is blocked",
                "shop/base:2: quay.io/team/base must not be contacted: quay.io is blocked",
            ],
            forecast.Ignored);
    }

    private static IEnumerable<(string Registry, int Tags)> Count(ImportForecast forecast) =>
        forecast.Registries.Select(registry => (registry.Registry, registry.Tags));
}
