using ImageStreams.Policies;
using ImageStreams.Registries;

namespace ImageStreams.Signatures;

/// <summary>The check that lets a tag move only to images that are signed as keys and policies ask.</summary>
/// <remarks>
/// <para>The policies that have the image in their scopes decide; without one the keys of the options do, and without keys the image is
/// refused.</para>
/// <para>An image without a signature, and a registry that cannot be asked, is <see cref="ImageGateResult.NotNow"/>: signers push
/// their signatures after the image. What is signed wrongly, or asks for what nobody here checks, is refused and stays
/// refused until keys or policies change.</para>
/// <para>Safe for concurrent use.</para>
/// </remarks>
public sealed class SignatureGate : IImageGate
{
    private readonly SignatureGateOptions _options;
    private readonly SignatureVerifier _verifier;
    private readonly GateRequirements _requirements;

    /// <summary>Creates the check.</summary>
    /// <param name="client">The client of registries.</param>
    /// <param name="options">The options, which are copied; null for the defaults.</param>
    /// <param name="policies">The policies of the cluster and its namespaces; null for none.</param>
    /// <param name="keyless">Verifies what keys alone cannot; null for nobody, so that such signatures are refused.</param>
    /// <param name="ed25519">Verifies Ed25519; null for nobody, so that signatures of such keys are refused.</param>
    /// <param name="timeProvider">The clock of the time limit; null for that of the system.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range, or a key is not accepted.</exception>
    public SignatureGate(
        IRegistryClient client,
        SignatureGateOptions? options = null,
        ImageSignaturePolicies? policies = null,
        IKeylessSignatureVerifier? keyless = null,
        IEd25519Verifier? ed25519 = null,
        TimeProvider? timeProvider = null)
    {
        _options = (options ?? new SignatureGateOptions()).Copy();
        _verifier = new SignatureVerifier(client, _options.Limits, keyless, ed25519, timeProvider);
        _requirements = new GateRequirements(_options, policies);
        Revision = _requirements.GetRevision(keyless is not null, ed25519 is not null);
    }

    /// <inheritdoc/>
    public string Name => _options.Name;

    /// <inheritdoc/>
    public string Revision { get; }

    /// <inheritdoc/>
    public async Task<ImageGateResult> CheckAsync(ImageGateRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var image = _options.IdentifyByDigest ? request.Image.WithTag("").WithId(request.Digest.ToString()) : request.Image;
        var choice = _requirements.Find(image, request.Target.Namespace);
        if (choice.Requirements.IsEmpty)
        {
            return _options.AllowOutsidePolicies
                ? new ImageGateResult.Passed { Detail = choice.Explanation }
                : new ImageGateResult.Refused { Reason = $"{choice.Explanation} Without a policy and keys nothing is accepted." };
        }

        var signatures = new SignatureRequest
        {
            Repository = RegistryRepository.From(request.Image, request.Insecure) with { CredentialScope = request.CredentialScope },
            Image = image,
            Digest = request.Digest,
            Requirements = choice.Requirements,
        };
        return await VerifyAsync(signatures, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImageGateResult> VerifyAsync(SignatureRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return ToResult(await _verifier.VerifyAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (RegistryException e)
        {
            return new ImageGateResult.NotNow { Reason = $"The signatures cannot be read: {e.Message}" };
        }
    }

    private ImageGateResult ToResult(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Verified verified => new ImageGateResult.Passed { Detail = verified.Explanation },
        SignatureVerdict.NotSigned missing =>
            new ImageGateResult.NotNow { Reason = missing.Explanation, RetryAfter = _options.UnsignedRetry },
        SignatureVerdict.NotChecked { Gap: SignatureGap.Listing or SignatureGap.Limit, Findings.IsEmpty: true } late =>
            new ImageGateResult.NotNow { Reason = late.Explanation },
        _ => new ImageGateResult.Refused { Reason = verdict.Explanation },
    };
}
