using ImageStreams.Collections;

namespace ImageStreams.Signatures;

/// <summary>Draws the verdict about one requirement, and about all of them, from the findings.</summary>
internal static class VerdictWriter
{
    private const int MaxReasons = 3;

    /// <summary>The verdict without a requirement.</summary>
    public static SignatureVerdict Nothing => Skip(SignatureGap.UnusablePolicy, default, "Nothing says who must have signed the image.");

    /// <summary>Judges one requirement.</summary>
    public static SignatureVerdict Judge(string name, FoundSignatures found, ValueList<SignatureFinding> findings)
    {
        if (findings.FirstOrDefault(finding => finding is SignatureFinding.Accepted) is SignatureFinding.Accepted accepted)
        {
            return new SignatureVerdict.Verified { Findings = findings, Explanation = $"Signed as {name} asks, by {accepted.Signer}." };
        }

        var signatures = findings.Where(finding => finding is not SignatureFinding.NotChecked { Gap: SignatureGap.Attestation }).ToList();
        if (found.Gap is { } gap)
        {
            return Skip(gap, findings, $"No accepted signature for {name} was found, and {found.GapReason}.");
        }

        return signatures.Count == 0
            ? new SignatureVerdict.NotSigned { Findings = findings, Explanation = $"The image has no signature, and {name} asks for one." }
            : Refuse(name, findings, signatures);
    }

    /// <summary>Joins the verdicts about all requirements: what is refused for good counts before what may come.</summary>
    public static SignatureVerdict Join(IReadOnlyList<SignatureVerdict> verdicts)
    {
        var findings = verdicts.SelectMany(verdict => verdict.Findings).ToValueList();
        var refused = verdicts.OrderBy(Rank).FirstOrDefault(verdict => verdict is not SignatureVerdict.Verified);
        return refused is null
            ? new SignatureVerdict.Verified
            {
                Findings = findings,
                Explanation = string.Join(' ', verdicts.Select(verdict => verdict.Explanation)),
            }
            : refused with { Findings = findings };
    }

    /// <summary>Creates the verdict that something was not checked.</summary>
    public static SignatureVerdict Skip(SignatureGap gap, ValueList<SignatureFinding> findings, string explanation) =>
        new SignatureVerdict.NotChecked { Gap = gap, Findings = findings, Explanation = explanation };

    private static SignatureVerdict Refuse(string name, ValueList<SignatureFinding> findings, List<SignatureFinding> signatures)
    {
        var more = signatures.Count > MaxReasons ? $"; and {signatures.Count - MaxReasons} more" : "";
        var reasons = string.Join("; ", signatures.Take(MaxReasons)) + more;
        var explanation = $"No signature is accepted for {name}: {reasons}.";
        return signatures.OfType<SignatureFinding.NotChecked>().FirstOrDefault() is { } skipped
            ? Skip(skipped.Gap, findings, explanation)
            : new SignatureVerdict.NotVerified { Findings = findings, Explanation = explanation };
    }

    private static int Rank(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.NotVerified => 0,
        SignatureVerdict.NotChecked => 1,
        SignatureVerdict.NotSigned => 2,
        _ => 3,
    };
}
