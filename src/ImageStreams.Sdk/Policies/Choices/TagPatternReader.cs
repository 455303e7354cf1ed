using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>Reads the patterns of a policy, up to the first one that is wrong.</summary>
internal sealed class TagPatternReader(bool takesQuestionMarks)
{
    /// <summary>The greatest number of patterns of a field.</summary>
    public const int MaxPatterns = 32;

    /// <summary>The tags of cosign's signatures, attestations and bills of materials, and of indexes of referrers.</summary>
    public static ValueList<string> Attachments { get; } = ["^sha256-[0-9a-f]{64}(\\.(sig|att|sbom))?$"];

    /// <summary>The first error; null while there is none.</summary>
    public TagPolicyError? Error { get; private set; }

    /// <summary>Reads the patterns of a field.</summary>
    public List<TagPattern> Read(string field, ValueList<string> patterns)
    {
        var read = new List<TagPattern>(patterns.Count);
        if (patterns.Count > MaxPatterns)
        {
            Error ??= TagPolicyChecks.Refuse(TagPolicyFailure.TooManyPatterns, field, "There are more than 32 patterns.");
        }

        for (var i = 0; i < patterns.Count && Error is null; i++)
        {
            if (TagPattern.Read(patterns[i], takesQuestionMarks, out var reason) is { } pattern)
            {
                read.Add(pattern);
            }
            else
            {
                Error = TagPolicyChecks.Refuse(TagPolicyFailure.InvalidPattern, $"{field}[{i}]", $"This pattern {reason}.");
            }
        }

        return read;
    }
}
