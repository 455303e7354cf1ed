using System.Text;
using ImageStreams.Collections;
using ImageStreams.Internal;

namespace ImageStreams.Resolution;

/// <summary>What <see cref="TagResolver.Explain(ImageStream, string)"/> answers: where a tag leads, and why.</summary>
public sealed record TagExplanation
{
    /// <summary>The answer of <see cref="TagResolver.Resolve(ImageStream, string)"/>.</summary>
    public required TagResolution Resolution { get; init; }

    /// <summary>What was found, tag by tag along the way; the conclusion last.</summary>
    public required ValueList<ResolutionStep> Steps { get; init; }

    /// <summary>
    /// The same as text: each tag on a line of its own, below it what was found, and the conclusion behind <c>=></c>.
    /// </summary>
    /// <remarks>Lines end in a line feed, but for the last; control characters in names are written as escapes.</remarks>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in Steps)
        {
            if (step.Kind == ResolutionStepKind.Conclusion)
            {
                return text.Append("=> ").Append(PrintableText.Escape(step.Finding)).ToString();
            }

            if (step.Kind == ResolutionStepKind.SpecTag)
            {
                text.Append(PrintableText.Escape(step.Subject)).Append('\n');
            }

            text.Append("  ").Append(PrintableText.Escape(step.Finding)).Append('\n');
        }

        return text.ToString();
    }
}
