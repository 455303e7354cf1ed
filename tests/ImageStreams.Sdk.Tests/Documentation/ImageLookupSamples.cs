using ImageStreams.Resolution;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Documentation;

public sealed class ImageLookupSamples
{
    private const string Registry = "image-registry.openshift-image-registry.svc:5000";

    private static readonly ImageStream[] Streams =
    [
        Local(AnImageStream("ruby").InRepository($"{Registry}/shop/ruby").Tag("latest").PointsTo('1').Build()),
        AnImageStream("python").Tag("latest").PointsTo('2').Build(),
    ];

    [Fact]
    public void Resolve_Name_ReportsItsMeaning()
    {
        var streams = Streams;

        // sample: lookup-name
        var names = new ImageNameResolver(streams, "image-registry.openshift-image-registry.svc:5000");

        var ruby = names.Resolve("ruby", "shop");
        Console.WriteLine(ruby.Explanation);
        // end

        Assert.Equal($"ruby leads through the stream shop/ruby to {PullSpec('1')}.", ruby.Explanation);
        Assert.Equal(PullSpec('1'), WhatToPull(ruby));
        Assert.Equal(
            "python stays: python would be the tag shop/python:latest, but the spec.lookupPolicy.local of its stream is false.",
            WhatToPull(names.Resolve("python", "shop")));
        Assert.Equal($"{Registry}/shop/ruby:7", WhatToPull(names.Resolve("ruby:7", "shop")));

        // sample: lookup-switch
        static string WhatToPull(ImageNameResolution resolution) => resolution switch
        {
            ImageNameResolution.Resolved image => image.PullSpec,
            ImageNameResolution.EmptyTag empty => empty.PullSpec,
            _ => $"{resolution.Name} stays: {resolution.Explanation}",
        };
        // end
    }

    [Fact]
    public void Admit_Deployment_RewritesLocalNames()
    {
        var names = new ImageNameResolver(Streams, Registry);

        // sample: lookup-admit
        var deployment = Workload.Parse("""
            {
              "apiVersion": "apps/v1",
              "kind": "Deployment",
              "metadata": { "name": "web", "namespace": "shop" },
              "spec": {
                "template": {
                  "spec": {
                    "containers": [
                      { "name": "web", "image": "ruby" },
                      { "name": "job", "image": "python" }
                    ]
                  }
                }
              }
            }
            """);

        var admitted = new ImageAdmission(names).Admit(deployment);
        foreach (var outcome in admitted.Results)
        {
            Console.WriteLine(outcome.Explanation);
        }
        // end

        Assert.Equal([PullSpec('1'), "python"], admitted.Workload.Containers.Select(container => container.Image));
        Assert.Equal(2, admitted.Results.Count);
    }

    [Fact]
    public void Admit_Update_LooksUpChangedImagesOnly()
    {
        var admission = new ImageAdmission(new ImageNameResolver(Streams, Registry));
        var stored = Workload.Parse("""{"kind":"Pod","metadata":{"namespace":"shop"},"spec":{"containers":[{"name":"web","image":"old"}]}}""");

        // sample: lookup-update
        var changed = stored.WithImages(container => container.Name == "web" ? "ruby" : null);
        var admitted = admission.Admit(changed, stored);
        // end

        Assert.Equal(PullSpec('1'), admitted.Workload.Containers[0].Image);
    }

    private static ImageStream Local(ImageStream stream) =>
        stream with { Spec = stream.Spec with { LookupPolicy = new ImageLookupPolicy { Local = true } } };
}
