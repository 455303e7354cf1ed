using System.Net;
using ImageStreams.References;
using ImageStreams.Testing;
using ImageStreams.Tests.Builders;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Streams as a team has them: most are fine, and some fail in every way that there is.</summary>
internal static class StatusFleet
{
    private static readonly (string Stream, string Repository, string[] Tags)[] Fine =
    [
        ("dotnet", "mcr.example.com/dotnet/aspnet", ["8.0", "9.0", "10.0"]),
        ("nginx", "docker.io/library/nginx", ["1.27", "1.28", "stable"]),
        ("postgresql", "quay.io/sclorg/postgresql-16", ["latest", "16"]),
        ("python", "quay.io/sclorg/python-312", ["3.12", "latest"]),
        ("redis", "docker.io/library/redis", ["7", "8"]),
        ("ruby", "quay.io/sclorg/ruby-33", ["3.3"]),
        ("web", "registry.example.com/shop/web", ["1.0", "1.1", "2.0"]),
    ];

    /// <summary>Adds streams whose imports succeed.</summary>
    public static async Task AddFineAsync(StatusRig rig)
    {
        foreach (var (stream, repository, tags) in Fine)
        {
            var builder = AnImageStream(stream);
            foreach (var tag in tags)
            {
                rig.Registry.Push($"{repository}:{tag}", SyntheticImage.Create($"{stream}-{tag}"));
                builder = builder.Tag(tag, generation: null).FollowsImage($"{repository}:{tag}").Scheduled();
            }

            await rig.AddAsync(builder.Tag("prod", generation: null).Follows(tags[^1]).Build());
        }
    }

    /// <summary>Adds streams and objects that fail.</summary>
    public static async Task AddFailingAsync(StatusRig rig)
    {
        await rig.AddAsync(AnImageStream("cache")
            .Tag("7.4", generation: null).FollowsImage("docker.io/library/valkey:7.4").Scheduled()
            .Tag("a", generation: null).Follows("b").Tag("b", generation: null).Follows("a").Build());
        rig.Registry.FailUntilDisposed(new RegistryFault.Status { Code = HttpStatusCode.TooManyRequests, RetryAfter = "180" });
        await rig.AddAsync(AnImageStream("checkout")
            .Tag("1.4", generation: null).FollowsImage("quay.io/shop/checkout:1.4").Scheduled()
            .Tag("next", generation: null).Follows("1.5").Build());
        rig.Controller.Schedule.Pause(ImageStreamName.FromParts(StreamBuilder.Namespace, "redis"));
        await AddTriggersAsync(rig);
        rig.Triggers.Pause(ImageStreamName.FromParts(StreamBuilder.Namespace, "dotnet"));
    }

    /// <summary>Moves a tag as often as the fuse of a build allows, and once more.</summary>
    private static async Task AddTriggersAsync(StatusRig rig)
    {
        foreach (var image in "123456")
        {
            var stream = AnImageStream("base").PushedTag("1").PointsTo(image).Build();
            rig.Triggers.Observe(stream with { Metadata = stream.Metadata with { ResourceVersion = $"{image}" } });
            foreach (var build in new[] { "reports", "storefront" })
            {
                rig.Triggers.Observe(ABuildConfig(build).BuiltFrom(ATag("base:1")).TriggeredBy(null).PushesTo($"{build}:latest").Build());
            }

            await ReactAsync(rig);
        }
    }

    private static async Task ReactAsync(StatusRig rig)
    {
        while (await rig.Triggers.ReactAsync() is { } reaction)
        {
            rig.Reports.Add(reaction);
            rig.Triggers.ReportBuildEnded(reaction.Object);
        }
    }
}
