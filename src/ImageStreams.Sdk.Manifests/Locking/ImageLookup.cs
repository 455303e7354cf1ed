using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>The answer of an <see cref="ImageLocker"/>: the images of the tags asked for, and the tags that have none.</summary>
/// <remarks>Immutable; compares by content; every tag asked for is in <see cref="Images"/> or in <see
/// cref="Problems"/>.</remarks>
public sealed record ImageLookup
{
    /// <summary>The images, sorted by requested tag.</summary>
    public ValueList<LockedImage> Images
    {
        get;
        init => field = LockOrder.Sort(value, image => image.Tag);
    }

    /// <summary>The tags that could not be looked up, sorted.</summary>
    public ValueList<ImageLockProblem> Problems
    {
        get;
        init => field = LockOrder.Sort(value, problem => problem.Tag);
    }

    /// <summary>The known entries whose digest the registry no longer has, although their tag leads to an image; sorted.</summary>
    public ValueList<ImageLockProblem> GoneDigests
    {
        get;
        init => field = LockOrder.Sort(value, problem => problem.Tag);
    }

    /// <summary>The tags whose image has no signature in its registry, sorted; empty unless signatures were asked for.</summary>
    public ValueList<string> UnsignedTags
    {
        get;
        init => field = LockOrder.Sort(value, tag => tag);
    }

    /// <summary>Returns a lock of the images alone.</summary>
    public ImageLock ToLock() => new() { Images = Images };
}
