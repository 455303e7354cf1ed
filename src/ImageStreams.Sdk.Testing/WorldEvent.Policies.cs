using ImageStreams.Importing;

namespace ImageStreams.Testing;

/// <content>The events of tags that follow a repository by a policy.</content>
public abstract partial record WorldEvent
{
    /// <summary>A tag was moved by its policy, or could not be: gates held it, or something failed.</summary>
    public sealed record PolicyReported : AboutTag
    {
        /// <summary>The report.</summary>
        public required TagMoveReport Report { get; init; }

        /// <inheritdoc/>
        public override string Kind => Report switch
        {
            TagMoveReport.Moved => "policy moved",
            TagMoveReport.Held => "policy held",
            TagMoveReport.Invalid => "policy invalid",
            _ => "policy failed",
        };

        /// <inheritdoc/>
        public override string Details => Report.Explanation;
    }
}
