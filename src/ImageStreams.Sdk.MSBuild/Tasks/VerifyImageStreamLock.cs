using System.Globalization;
using ImageStreams.Manifests;

namespace ImageStreams.MSBuild;

/// <summary>The task that asks registries whether the lock still tells the truth; it changes nothing.</summary>
public sealed class VerifyImageStreamLock : ImageStreamTask
{
    private const double MaxDays = 36500;

    /// <summary>Gets or sets a value indicating whether a tag may have moved; <see langword="false"/> by default.</summary>
    public bool AllowMoved { get; set; }

    /// <summary>Gets or sets a value indicating whether a source or platform may be gone; <see langword="false"/> by default.</summary>
    public bool AllowGone { get; set; }

    /// <summary>The age in days above which an image is an error; empty, the default, for any age.</summary>
    public string MaximumAgeInDays { get; set; } = "";

    /// <summary>Gets or sets a value indicating whether an image without a signature in its repository is an error; <see
    /// langword="false"/> by default. A signature is found, not checked.</summary>
    public bool RequireSignature { get; set; }

    private protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!TryReadAge(out var maxAge))
        {
            Messages.Report(MessageCodes.InvalidProperty, [], "", TaskTexts.InvalidAge(MaximumAgeInDays));
            return;
        }

        var locked = ReadLock();
        var questions = await PrepareAsync(TagNames, cancellationToken).ConfigureAwait(false);
        var request = questions.Request with { Known = locked, CheckKnownDigests = true, CheckSignatures = RequireSignature };
        var lookup = await LookUpAsync(questions, request, cancellationToken).ConfigureAwait(false);
        var policy = new ImageLockPolicy
        {
            FailOnMoved = !AllowMoved,
            FailOnGone = !AllowGone,
            RequireSignature = RequireSignature,
            MaxAge = maxAge,
        };
        Report(locked.Verify(lookup, policy, Time));
    }

    private bool TryReadAge(out TimeSpan? age)
    {
        age = null;
        if (MaximumAgeInDays.Length == 0)
        {
            return true;
        }

        var isNumber = double.TryParse(MaximumAgeInDays, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days);
        age = isNumber && days <= MaxDays ? TimeSpan.FromDays(days) : null;
        return age is not null;
    }

    private void ReportViolation(ImageLockDifference violation)
    {
        if (violation is ImageLockDifference.Added)
        {
            Messages.Report(MessageCodes.NotLocked, Tags, violation.Tag, TaskTexts.NotVerifiable(violation.Tag, LockFile));
        }
        else
        {
            Messages.Report(MessageCodes.VerificationFailed, Tags, violation.Tag, violation.Message);
        }
    }

    private void Report(ImageLockVerification verification)
    {
        foreach (var violation in verification.Violations.Where(violation => TagNames.Contains(violation.Tag)))
        {
            ReportViolation(violation);
        }

        Report(verification.Problems);
        Tell(verification.Differences.Except(verification.Violations));
    }
}
