using ImageStreams.Internal;

namespace ImageStreams.Signatures;

/// <summary>Options of <see cref="SignatureGate"/>.</summary>
/// <remarks>Copied when the gate is created; later changes have no effect on it. All options bind from configuration.</remarks>
public sealed class SignatureGateOptions : ICheckedOptions
{
    /// <summary>The default of <see cref="Name"/>: <c>signature</c>.</summary>
    public const string DefaultName = "signature";

    private const int MaxNameLength = 63;

    /// <summary>The name in the annotation of a tag's gates: 1 to 63 lower-case letters, digits and dashes.</summary>
    public string Name { get; set; } = DefaultName;

    /// <summary>
    /// The keys in PEM, one of which must have signed an image that no policy has in its scopes; none by default, so that such an image
    /// is refused.
    /// </summary>
    public IList<string> Keys { get; private set; } = [];

    /// <summary>
    /// Gets or sets a value indicating whether an image that no policy has in its scopes may be taken without a signature, when there
    /// are no <see cref="Keys"/>; <see langword="false"/> by default. OpenShift takes it.
    /// </summary>
    public bool AllowOutsidePolicies { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the rules for names see the image by its digest, as nodes pull it, and not by its tag;
    /// <see langword="false"/> by default, so that a signature of another tag is refused where the rule wants the tag.
    /// </summary>
    public bool IdentifyByDigest { get; set; }

    /// <summary>
    /// The time after which an image without a signature is asked about again, because signers push theirs later; a minute by default,
    /// at least a second and at most a day.
    /// </summary>
    public TimeSpan UnsignedRetry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The limits of looking at the signatures of one image.</summary>
    public SignatureLimits Limits { get; set; } = new();

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(IsName(Name), nameof(Name), Name, $"1 to {MaxNameLength} lower-case letters, digits and dashes");
        errors.Between(UnsignedRetry, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        errors.Check(Limits);
        for (var index = 0; index < Keys.Count; index++)
        {
            var refused = SignatureKey.Read(Keys[index] ?? "") as SignatureKeyReading.Refused;
            errors.Require(refused is null, $"{nameof(Keys)}[{index}]", "a text that is no key", $"a key: {refused?.Message}");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal SignatureGateOptions Copy()
    {
        OptionsErrors.ThrowIfAny(this, "options");
        var copy = (SignatureGateOptions)MemberwiseClone();
        copy.Keys = [.. Keys];
        copy.Limits = Limits.Copy();
        return copy;
    }

    private static bool IsName(string? name) => name is { Length: > 0 and <= MaxNameLength }
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
}
