using ImageStreams.Internal;

namespace ImageStreams.Signatures;

/// <summary>The limits of looking at the signatures of one image.</summary>
/// <remarks>What is beyond a limit is not read; an image that has no accepted signature before it is not accepted. All of them bind
/// from configuration.</remarks>
public sealed class SignatureLimits : ICheckedOptions
{
    /// <summary>The greatest number of entries in the list of what refers to the image; 1,000 by default, at least 1.</summary>
    public int MaxReferrers { get; set; } = 1000;

    /// <summary>The greatest number of manifests with signatures; 32 by default, at least 1.</summary>
    public int MaxManifests { get; set; } = 32;

    /// <summary>The greatest number of signatures; 64 by default, at least 1.</summary>
    public int MaxSignatures { get; set; } = 64;

    /// <summary>The greatest size of a payload or a bundle, in bytes; 256 KiB by default, at least 1.</summary>
    public int MaxSignatureBytes { get; set; } = 256 << 10;

    /// <summary>The greatest size of all manifests, payloads and bundles together, in bytes; 4 MiB by default, at least 1.</summary>
    public int MaxTotalBytes { get; set; } = 4 << 20;

    /// <summary>The time for all requests together; 2 minutes by default, positive and at most a day.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.AtLeast(MaxReferrers, 1);
        errors.AtLeast(MaxManifests, 1);
        errors.AtLeast(MaxSignatures, 1);
        errors.AtLeast(MaxSignatureBytes, 1);
        errors.AtLeast(MaxTotalBytes, 1);
        errors.Positive(Timeout, TimeSpan.FromDays(1));
    }

    /// <exception cref="ArgumentOutOfRangeException">A limit is out of range.</exception>
    internal SignatureLimits Copy()
    {
        OptionsErrors.ThrowIfAny(this, "limits");
        return (SignatureLimits)MemberwiseClone();
    }
}
