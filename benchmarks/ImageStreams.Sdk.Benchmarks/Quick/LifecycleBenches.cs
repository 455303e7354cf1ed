using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Lifecycle;
using ImageStreams.Validation;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>The work of the API server on a stream, validation included.</summary>
public static class LifecycleBenches
{
    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("strategy-create", Create),
        new("strategy-validate", Validate),
    ];

    /// <summary>The part of it that is validation.</summary>
    private static QuickOperation Validate(int size)
    {
        var stream = ((StreamChangeResult.Accepted)StreamLifecycle.Create(NewStreams.Generate(size), NewStreams.Context)).Stream;
        return new QuickOperation(() => ImageStreamValidator.Validate(stream, AllowedRegistries.All).Count);
    }

    private static QuickOperation Create(int size)
    {
        var stream = NewStreams.Generate(size);
        StreamChangeResult? change = null;
        return new QuickOperation(
            () => (change = StreamLifecycle.Create(stream, NewStreams.Context)).AccessReviews.Count,
            () => change is StreamChangeResult.Accepted accepted ? accepted.Stream.Status.Tags.Count : null);
    }
}
