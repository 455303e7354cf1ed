using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Signatures;

/// <summary>Finds the signatures of an image in its registry, and verifies them.</summary>
/// <remarks>
/// <para>Signatures are those of cosign and of sigstore bundles: what refers to the image (the referrers API, or the tag
/// <c>sha256-…</c> where a registry lacks it), then the tag <c>sha256-….sig</c>. Everything that is read has a limit, see
/// <see cref="SignatureLimits"/>.</para>
/// <para>The hash of signatures is SHA-256; bundles with P-384 and P-521 may have that of the curve as well. RSA means PKCS #1 v1.5.</para>
/// <para>Safe for concurrent use.</para>
/// </remarks>
public sealed class SignatureVerifier
{
    private readonly SignatureLimits _limits;
    private readonly SignatureFinder _finder;
    private readonly KeyVerifier _keys;
    private readonly IKeylessSignatureVerifier? _keyless;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates a verifier.</summary>
    /// <param name="client">The client of registries.</param>
    /// <param name="limits">The limits, which are copied; null for the defaults.</param>
    /// <param name="keyless">Verifies what keys alone cannot; null for nobody, so that such signatures are not checked.</param>
    /// <param name="ed25519">Verifies Ed25519; null for nobody, so that signatures of such keys are not checked.</param>
    /// <param name="timeProvider">The clock of the time limit; null for that of the system.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of range.</exception>
    public SignatureVerifier(
        IRegistryClient client,
        SignatureLimits? limits = null,
        IKeylessSignatureVerifier? keyless = null,
        IEd25519Verifier? ed25519 = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _limits = (limits ?? new SignatureLimits()).Copy();
        _finder = new SignatureFinder(client, _limits);
        _keys = new KeyVerifier(ed25519);
        _keyless = keyless;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Finds and verifies the signatures of an image.</summary>
    /// <param name="request">The image, and what its signatures must fulfill.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The verdict; <see cref="SignatureVerdict.NotChecked"/> without a requirement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="RegistryException">The registry could not be asked. What is wrong with a signature itself is a finding.</exception>
    public async Task<SignatureVerdict> VerifyAsync(SignatureRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var timer = new CancellationTokenSource(_limits.Timeout, _timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return request.Requirements.IsEmpty ? VerdictWriter.Nothing : await FindAndJudgeAsync(request, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return VerdictWriter.Skip(
                SignatureGap.Limit, default, $"The registry did not give the signatures within {_limits.Timeout.TotalSeconds} s.");
        }
    }

    private async Task<SignatureVerdict> FindAndJudgeAsync(SignatureRequest request, CancellationToken cancellationToken)
    {
        var found = await _finder.FindAsync(request.Repository, request.Digest, cancellationToken).ConfigureAwait(false);
        var verdicts = new List<SignatureVerdict>();
        foreach (var requirement in request.Requirements)
        {
            verdicts.Add(await JudgeAsync(request, requirement, found, cancellationToken).ConfigureAwait(false));
        }

        return VerdictWriter.Join(verdicts);
    }

    private async Task<SignatureVerdict> JudgeAsync(
        SignatureRequest request, SignatureRequirement requirement, FoundSignatures found, CancellationToken cancellationToken)
    {
        var judge = new SignatureJudge(_keys, _keyless, request, requirement);
        var findings = new List<SignatureFinding>();
        foreach (var signature in found.Signatures)
        {
            findings.Add(await judge.JudgeAsync(signature, cancellationToken).ConfigureAwait(false));
        }

        return VerdictWriter.Judge(requirement.Name, found, findings.ToValueList());
    }
}
