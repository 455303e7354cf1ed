using ImageStreams.Policies;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The result of one look at a spec tag that follows a repository by a policy.</summary>
public abstract record TagMoveReport
{
    private TagMoveReport()
    {
    }

    /// <summary>The name of the spec tag, with its namespace.</summary>
    public required ImageStreamTagName Tag { get; init; }

    /// <summary>The time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The result in a sentence.</summary>
    public required string Explanation { get; init; }

    /// <summary>The reason as an event names it, such as <c>TagMoved</c>.</summary>
    public abstract string Reason { get; }

    /// <summary>Returns name, reason and sentence.</summary>
    public sealed override string ToString() => $"{Tag}: {Reason}, {Explanation}";

    /// <summary>The tag follows another tag now, and has its image.</summary>
    public sealed record Moved : TagMoveReport
    {
        /// <summary>The tag that it follows.</summary>
        public required string To { get; init; }

        /// <summary>The tag that it followed.</summary>
        public required string From { get; init; }

        /// <summary>The digest that the followed tag has in the registry.</summary>
        public required Digest Image { get; init; }

        /// <inheritdoc/>
        public override string Reason => "TagMoved";
    }

    /// <summary>There is a better tag, which gates hold or refuse.</summary>
    public sealed record Held : TagMoveReport
    {
        /// <summary>The next time at which a gate has another result by itself; null when something else must change first.</summary>
        public DateTimeOffset? NextLook { get; init; }

        /// <inheritdoc/>
        public override string Reason => "TagMoveHeld";
    }

    /// <summary>The tag stays, because nothing is better or nothing fits.</summary>
    public sealed record Stayed : TagMoveReport
    {
        /// <inheritdoc/>
        public override string Reason => "TagStayed";
    }

    /// <summary>The policy or the gates cannot be used; the tag stays.</summary>
    public sealed record Invalid : TagMoveReport
    {
        /// <summary>The error, with its place.</summary>
        public required TagPolicyError Error { get; init; }

        /// <inheritdoc/>
        public override string Reason => "TagPolicyInvalid";
    }

    /// <summary>The registry or the API failed; the tag stays, and it is tried again.</summary>
    public sealed record Failed : TagMoveReport
    {
        /// <summary>The wait that the registry asks for; null for none.</summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <inheritdoc/>
        public override string Reason => "TagMoveFailed";
    }

    /// <summary>Somebody has changed the tag meanwhile, and wins; it is looked at again.</summary>
    public sealed record Superseded : TagMoveReport
    {
        /// <inheritdoc/>
        public override string Reason => "TagMoveSuperseded";
    }
}
