namespace ImageStreams.Policies;

/// <summary>The policy of a spec tag, as its annotation has it.</summary>
public abstract record TagPolicyReading
{
    private TagPolicyReading()
    {
    }

    /// <summary>The tag has no policy.</summary>
    public sealed record Absent : TagPolicyReading;

    /// <summary>The tag has a policy without errors.</summary>
    public sealed record Found : TagPolicyReading
    {
        /// <summary>The policy.</summary>
        public required TagPolicy Policy { get; init; }
    }

    /// <summary>The annotation cannot be read, or its policy has an error; it is never taken for another policy.</summary>
    public sealed record Invalid : TagPolicyReading
    {
        /// <summary>The error, with its place.</summary>
        public required TagPolicyError Error { get; init; }
    }
}
