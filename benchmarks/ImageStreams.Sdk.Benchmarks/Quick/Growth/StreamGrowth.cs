using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.Resolution;
using ImageStreams.Validation;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>Resolution, validation and the changes of a stream: the size is the number of tags.</summary>
public static class StreamGrowth
{
    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        new("ImageStreamValidator.Validate", 20, size => Validate(NewStreams.Generate(size))),
        new("ValidateUpdate, refused", 20, ValidateRefused),
        new("ValidateStatusUpdate", 20, ValidateStatus),
        new("StreamLifecycle.Create", 20, size => Create(NewStreams.Generate(size))),
        new("StreamLifecycle.Create, unsorted", 20, size => Create(Reversed(NewStreams.Generate(size)))),
        new("StreamLifecycle.Create, a chain", 20, size => Create(ResolutionInputs.Chain(size))),
        new("StreamLifecycle.Update, one tag", 20, size => UpdateOne(size, stream => stream)),
        new("StreamLifecycle.Update, new objects", 20, size => UpdateOne(size, Copy)),
        new("StreamLifecycle.UpdateWithStatus", 20, UpdateWithStatus),
        new("StreamLifecycle.UpdateStatus", 20, UpdateStatus),
        new("StreamLifecycle.Decorate", 20, size => Decorate(Created(size))),
        new("TagHistory.Add", 20, AddEvent),
        new("TrackingTags.MoveFollowers, chain", 20, MoveChain),
        new("TrackingTags.MoveFollowers, first push", 20, MoveFirst),
        new("TrackingTags.FindCycles", 20, size => FindCycles(ResolutionInputs.Chain(size))),
        new("TagResolver.Resolve, each tag", 20, ResolveEach),
        new("TagResolver.Follow, a chain", 20, FollowChain),
        new("TagResolver.Explain, a chain", 20, ExplainChain),
        new("StreamImages.Resolve", 20, ResolveImage),
        new("PullSpecs.Resolve, each tag", 20, PullSpecOfEach),
        new("ImageStreamSet", 20, size => Set(size)),
        new("ImageStream equality", 20, Equality),
    ];

    private static ImageStream Created(int size) => Accept(StreamLifecycle.Create(NewStreams.Generate(size), NewStreams.Context));

    private static ImageStream Accept(StreamChangeResult change) => ((StreamChangeResult.Accepted)change).Stream;

    private static Func<long> Validate(ImageStream stream) => () => ImageStreamValidator.Validate(Copy(stream)).Count;

    private static Func<long> ValidateRefused(int size)
    {
        var (stream, allowed) = (Created(size), AllowedRegistries.Create([new AllowedRegistry { DomainName = "other.example" }]));
        var changed = WithTag(stream, "quay.io/new/app:1");
        return () => ImageStreamValidator.ValidateUpdate(Copy(changed), stream, allowed).Count;
    }

    private static Func<long> ValidateStatus(int size)
    {
        var stream = StreamInputs.Stream("ns", "s", size, 2);
        return () => ImageStreamValidator.ValidateStatusUpdate(Copy(stream), stream).Count;
    }

    private static Func<long> Create(ImageStream stream) =>
        () => StreamLifecycle.Create(Copy(stream), NewStreams.Context) is StreamChangeResult.Accepted ? 1 : 0;

    private static ImageStream Reversed(ImageStream stream) =>
        stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Reverse().ToKeyedList() } };

    private static Func<long> UpdateOne(int size, Func<ImageStream, ImageStream> send)
    {
        var old = Created(size);
        var changed = WithTag(old, "quay.io/new/app:1");
        return () => StreamLifecycle.Update(send(changed), old, NewStreams.Context).AccessReviews.Count;
    }

    private static Func<long> UpdateWithStatus(int size)
    {
        var old = Created(size);
        return () => StreamLifecycle.UpdateWithStatus(Copy(old), old, NewStreams.Context).AccessReviews.Count;
    }

    private static Func<long> UpdateStatus(int size)
    {
        var old = Created(size);
        var pushed = TagHistory.Add(old, old.Spec.Tags[2].Name, AnEvent(7));
        return () => StreamLifecycle.UpdateStatus(pushed, old, NewStreams.Context).AccessReviews.Count;
    }

    private static Func<long> Decorate(ImageStream stream) =>
        () => StreamLifecycle.Decorate(Copy(stream), NewStreams.Context).Spec.Tags.Count;

    private static Func<long> AddEvent(int size)
    {
        var stream = StreamInputs.Stream("ns", "s", size, 1);
        return () => TagHistory.Add(stream, stream.Spec.Tags[^1].Name, AnEvent(7)).Status.Tags.Count;
    }

    private static Func<long> MoveChain(int size)
    {
        var stream = ResolutionInputs.Chain(size);
        var last = stream.Spec.Tags[^1].Name;
        var pushed = TagHistory.Add(stream, last, AnEvent(7));
        return () => TrackingTags.MoveFollowers(pushed, last).Status.Tags.Count;
    }

    // The histories are a long list in order, and those of the followers are added in another one.
    private static Func<long> MoveFirst(int size)
    {
        var histories = Enumerable.Range(0, 100).Select(i => new NamedTagEventList { Tag = $"old{i:D3}" });
        var followers = Enumerable.Range(0, size)
            .Select(i => new TagReference { Name = $"new{size - i:D6}", From = ObjectReference.ImageStreamTag("base") });
        var stream = new ImageStream
        {
            Spec = new() { Tags = followers.ToKeyedList() },
            Status = new() { Tags = histories.Append(new NamedTagEventList { Tag = "zz" }).ToKeyedList() },
        };
        var pushed = TagHistory.Add(stream, "base", AnEvent(7));
        return () => TrackingTags.MoveFollowers(pushed, "base").Status.Tags.Count;
    }

    private static Func<long> FindCycles(ImageStream stream) => () => TrackingTags.FindCycles(stream).Count;

    private static Func<long> ResolveEach(int size)
    {
        var stream = StreamInputs.Stream("ns", "s", size, 1);
        return () => stream.Spec.Tags.Count(tag => TagResolver.Resolve(stream, tag.Name) is TagResolution.Resolved);
    }

    private static Func<long> FollowChain(int size)
    {
        var stream = ResolutionInputs.Chain(size);
        return () => TagResolver.Follow(stream, ResolutionInputs.LinkName(0)).Hops.Count;
    }

    private static Func<long> ExplainChain(int size)
    {
        var stream = ResolutionInputs.Chain(size);
        return () => TagResolver.Explain(stream, ResolutionInputs.LinkName(0)).ToString().Length;
    }

    private static Func<long> ResolveImage(int size)
    {
        var stream = StreamInputs.Stream("ns", "s", size, 1);
        return () => StreamImages.Resolve(stream, "sha256:0").GetType().Name.Length;
    }

    private static Func<long> PullSpecOfEach(int size)
    {
        var stream = StreamInputs.Stream("ns", "s", size, 1);
        return () => stream.Spec.Tags.Count(tag => PullSpecs.Resolve(stream, tag.Name) is not null);
    }

    private static Func<long> Set(int size)
    {
        var streams = Enumerable.Range(0, size).Select(i => StreamInputs.Stream("ns", $"s{i}", 1, 1)).ToList();
        return () => new ImageStreamSet(streams).Find("ns", "s1") is null ? 0 : 1;
    }

    private static Func<long> Equality(int size)
    {
        var (one, other) = (StreamInputs.Stream("ns", "s", size, 1), StreamInputs.Stream("ns", "s", size, 1));
        return () => one == other ? 1 : 0;
    }

    private static ImageStream WithTag(ImageStream stream, string pullSpec) => stream with
    {
        Spec = stream.Spec with
        {
            Tags = stream.Spec.Tags.Set(new() { Name = "tag0000-new", From = ObjectReference.DockerImage(pullSpec) }),
        },
    };

    private static TagEvent AnEvent(int image) =>
        new() { Image = StreamInputs.Digest(image), DockerImageReference = $"quay.io/a/b@{StreamInputs.Digest(image)}" };

    // New lists, about which nothing is known yet.
    private static ImageStream Copy(ImageStream stream) => stream with
    {
        Spec = stream.Spec with { Tags = stream.Spec.Tags.Select(tag => tag with { }).ToKeyedList() },
        Status = stream.Status with { Tags = stream.Status.Tags.Select(history => history with { }).ToKeyedList() },
    };
}
