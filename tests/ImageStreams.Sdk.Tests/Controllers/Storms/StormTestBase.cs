using ImageStreams.Builds;
using ImageStreams.Controllers;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Controllers;

/// <summary>Streams, builds and a controller with storm control, on a clock of the test.</summary>
public abstract class StormTestBase
{
    private long _version = 1;

    internal FakeTimeProvider TimeProvider { get; } = new(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));

    internal RecordingTriggerTarget Target { get; } = new();

    internal DateTimeOffset Now => TimeProvider.GetUtcNow();

    internal TriggerController Create(TriggerControllerOptions options) => new(Target, options, TimeProvider);

    /// <summary>A stream whose tag <c>a</c> has had an image since now.</summary>
    internal ImageStream Stream(string name, char image, string? maturity = null, bool hasTime = true)
    {
        var stream = AnImageStream(name).Tag("a").PointsTo(image)
            .ChangeSpecTag(tag => maturity is null ? tag : tag with { Annotations = tag.Annotations.Set(MaturityDelay.AnnotationName, maturity) })
            .Build();
        var history = stream.Status.Tags[0];
        history = history with { Items = [history.Items[0] with { Created = hasTime ? Now : default(Timestamp) }] };
        return stream with
        {
            Metadata = stream.Metadata with { ResourceVersion = $"{_version++}" },
            Status = stream.Status with { Tags = [history] },
        };
    }

    /// <summary>A build from tags <c>a</c> of streams that pushes to the tag <c>a</c> of the stream of its name.</summary>
    internal static BuildConfig Build(string name, params string[] from)
    {
        var builder = ABuildConfig(name).PushesTo($"{name}:a");
        from.ToList().ForEach(stream => builder.TriggeredBy(ATag($"{stream}:a")));
        return builder.Build();
    }

    /// <summary>Lets the controller react until nothing is due, and returns the reactions other than skipped ones.</summary>
    internal static async Task<List<string>> ReactAsync(TriggerController controller)
    {
        var reactions = new List<string>();
        while (await controller.ReactAsync() is { } reaction)
        {
            if (reaction is not TriggerReaction.Skipped)
            {
                reactions.Add($"{reaction.Object.Name} {reaction.GetType().Name}");
            }
        }

        return reactions;
    }

    /// <summary>Lets time pass and the controller react as it says that something is due.</summary>
    internal async Task RunAsync(TriggerController controller, TimeSpan time)
    {
        var end = Now + time;
        await ReactAsync(controller);
        while (controller.NextDue is { } due && due <= end)
        {
            TimeProvider.Advance(due > Now ? due - Now : TimeSpan.Zero);
            await ReactAsync(controller);
        }

        TimeProvider.Advance(end - Now);
    }
}
