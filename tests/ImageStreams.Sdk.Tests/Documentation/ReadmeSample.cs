// sample: readme
using ImageStreams;
using ImageStreams.Builds;
using ImageStreams.Importing;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using ImageStreams.Testing;
using ImageStreams.Triggers;
// end

// Outside of the namespace ImageStreams, so that the sample needs each of its using directives.
namespace Documentation;

public sealed class ReadmeSample
{
    [Fact]
    public async Task Readme_Sample_ResolvesAndRequiresABuild()
    {
        // sample: readme
        using var registry = new InMemoryRegistry();   // or new HttpRegistryClient()
        registry.Push("quay.io/team/python:3.8", SyntheticImage.Create("python"));

        var python = ImageStreamJson.Deserialize<ImageStream>("""
            {"metadata": {"namespace": "shop", "name": "python"}, "spec": {"tags": [
              {"name": "3.8", "from": {"kind": "DockerImage", "name": "quay.io/team/python:3.8"}},
              {"name": "latest", "from": {"kind": "ImageStreamTag", "name": "3.8"}}]}}
            """);
        var myapp = ImageStreamJson.Deserialize<BuildConfig>("""
            {"metadata": {"namespace": "shop", "name": "myapp"}, "spec": {
              "strategy": {"sourceStrategy": {"from": {"kind": "ImageStreamTag", "name": "python:latest"}}},
              "triggers": [{"type": "ImageChange", "imageChange": {}}]}}
            """);

        var imported = await new ImageImporter(registry).ImportTagAsync(python, "3.8");
        var resolution = TagResolver.Resolve(imported.Stream, "latest");
        var result = BuildTriggers.Evaluate(myapp, new StreamTagLookup([imported.Stream]) { AcceptUnversioned = true });

        Console.WriteLine(string.Join(", ", resolution.Hops));
        Console.WriteLine(result is BuildTriggerResult.BuildRequired ? "myapp must be built:" : "nothing to build:");
        Console.WriteLine(result.Explanation);
        // end

        Assert.Equal(
            "shop/python:latest follows python:3.8, shop/python:3.8 follows quay.io/team/python:3.8",
            string.Join(", ", resolution.Hops));
        Assert.IsType<BuildTriggerResult.BuildRequired>(result);
        Assert.StartsWith(
            "python:latest points to quay.io/team/python@sha256:",
            result.Explanation,
            StringComparison.Ordinal);
    }
}
