namespace ImageStreams.Manifests;

/// <summary>One difference between two locks, or between a lock and its registries, with its reason.</summary>
/// <remarks>A closed type whose cases are nested. Immutable; compares by content.</remarks>
public abstract partial record ImageLockDifference
{
    private ImageLockDifference()
    {
    }

    /// <summary>The requested tag of the entry.</summary>
    public required string Tag { get; init; }

    /// <summary>The name of the case in lower camel case, such as <c>pathChanged</c>, for output that programs read.</summary>
    public string Kind => LockTexts.GetKind(this);

    /// <summary>The difference in one line that begins with the tag.</summary>
    public string Message => LockTexts.Explain(this);

    /// <summary>Returns the line.</summary>
    public sealed override string ToString() => Message;

    /// <summary>The same pull spec names another image now.</summary>
    public sealed record Moved : ImageLockDifference
    {
        /// <summary>The entry before.</summary>
        public required LockedImage Before { get; init; }

        /// <summary>The entry now.</summary>
        public required LockedImage After { get; init; }
    }

    /// <summary>The path ends at another tag of the same repository; the image may be another one as well.</summary>
    public sealed record Retagged : ImageLockDifference
    {
        /// <summary>The entry before.</summary>
        public required LockedImage Before { get; init; }

        /// <summary>The entry now.</summary>
        public required LockedImage After { get; init; }
    }

    /// <summary>The path leads over other tags of streams, or to another repository; the image may be another one as well.</summary>
    public sealed record PathChanged : ImageLockDifference
    {
        /// <summary>The entry before.</summary>
        public required LockedImage Before { get; init; }

        /// <summary>The entry now.</summary>
        public required LockedImage After { get; init; }
    }

    /// <summary>The entry is new.</summary>
    public sealed record Added : ImageLockDifference
    {
        /// <summary>The entry.</summary>
        public required LockedImage Image { get; init; }
    }

    /// <summary>The entry is gone from the lock.</summary>
    public sealed record Removed : ImageLockDifference
    {
        /// <summary>The entry.</summary>
        public required LockedImage Image { get; init; }
    }
}
