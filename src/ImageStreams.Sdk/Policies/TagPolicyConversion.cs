using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>The settings of another tool as a policy.</summary>
public abstract record TagPolicyConversion
{
    private TagPolicyConversion()
    {
    }

    /// <summary>The settings that have no place in the policy, or another meaning.</summary>
    public ValueList<TagPolicyFinding> Findings { get; init; }

    /// <summary>
    /// The value for <c>importPolicy.scheduled</c> of the spec tag, so that a new image under the same tag is imported as before; null
    /// where the settings say nothing about it.
    /// </summary>
    public bool? IsScheduled { get; init; }

    /// <summary>There is a policy with the same answers.</summary>
    public sealed record Converted : TagPolicyConversion
    {
        /// <summary>The policy, in the dialect of the tool.</summary>
        public required TagPolicy Policy { get; init; }
    }

    /// <summary>The settings choose no tag.</summary>
    public sealed record NoPolicy : TagPolicyConversion
    {
        /// <summary>The reason in a sentence.</summary>
        public required string Reason { get; init; }
    }

    /// <summary>The tool itself would refuse the settings.</summary>
    public sealed record Invalid : TagPolicyConversion
    {
        /// <summary>The error, with its place in the settings.</summary>
        public required TagPolicyError Error { get; init; }
    }
}
