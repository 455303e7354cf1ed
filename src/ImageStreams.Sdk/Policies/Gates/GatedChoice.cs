using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>The answer of the gates to the choice of a policy.</summary>
public abstract record GatedChoice
{
    private GatedChoice()
    {
    }

    /// <summary>The tags in the order of the policy with their decisions, up to the one that is taken.</summary>
    public ValueList<GatedCandidate> Candidates { get; init; }

    /// <summary>The memory that the tag had.</summary>
    public required TagGateState Before { get; init; }

    /// <summary>The memory that the tag is to have; equal to <see cref="Before"/> when there is nothing to write.</summary>
    public required TagGateState State { get; init; }

    /// <summary>The errors of annotations that were taken for missing: those of the memory and of the approvals.</summary>
    public ValueList<TagPolicyError> Problems { get; init; }

    /// <summary>
    /// The next time at which a gate has another result by itself, after the time of the decision; null when something else must
    /// change first.
    /// </summary>
    public DateTimeOffset? NextLook => Candidates.Select(one => one.Decision.NextLook).Where(time => time is not null).Min();

    /// <summary>The answer in sentences.</summary>
    public abstract string Explanation { get; }

    /// <summary>A tag is to be taken.</summary>
    public sealed record Move : GatedChoice
    {
        /// <summary>The tag; it is its digest that the gates looked at.</summary>
        public required CandidateTag Tag { get; init; }

        /// <inheritdoc/>
        public override string Explanation
        {
            get
            {
                var others = Tell(Candidates.Where(one => one.Tag != Tag));
                return $"The gates let {PrintableText.ShowName(Tag.Name)} pass.{(others.Length == 0 ? "" : $" {others}")}";
            }
        }
    }

    /// <summary>The tag that is followed now stays.</summary>
    public sealed record Stay : GatedChoice
    {
        /// <inheritdoc/>
        public override string Explanation => Candidates.IsEmpty ? "There is no better tag." : Tell(Candidates);
    }

    private static string Tell(IEnumerable<GatedCandidate> candidates) =>
        string.Join(' ', candidates.Select(one => $"{PrintableText.ShowName(one.Tag.Name)} is not taken: {one.Decision.Explanation}"));
}
