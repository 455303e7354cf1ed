namespace ImageStreams.Signatures;

/// <summary>Judges signatures of one image against one requirement.</summary>
internal sealed class SignatureJudge(KeyVerifier keys, IKeylessSignatureVerifier? keyless, SignatureRequest request, SignatureRequirement requirement)
{
    /// <summary>Judges a signature.</summary>
    public Task<SignatureFinding> JudgeAsync(FoundSignature found, CancellationToken cancellationToken) => found switch
    {
        FoundSignature.Simple simple => JudgeSimpleAsync(simple, cancellationToken),
        FoundSignature.Bundle bundle => JudgeBundleAsync(bundle, cancellationToken),
        FoundSignature.Broken broken => Task.FromResult<SignatureFinding>(broken.Reject(SignatureFailure.Unreadable, broken.Reason)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<SignatureFinding> JudgeSimpleAsync(FoundSignature.Simple found, CancellationToken cancellationToken)
    {
        var author = JudgeAuthor(found) ?? await AskAsync(found, found.Payload, cancellationToken).ConfigureAwait(false);
        return author is SignatureFinding.Accepted ? JudgePayload(found) ?? author : author;
    }

    /// <summary>Finds the key that signed; null to ask the verifier of keyless signatures.</summary>
    private SignatureFinding? JudgeAuthor(FoundSignature.Simple found)
    {
        if (SignatureJson.DecodeBase64(found.Annotations.GetValueOrDefault(SignatureAnnotations.Signature) ?? "") is not { } signature)
        {
            return found.Reject(SignatureFailure.Unreadable, $"the annotation {SignatureAnnotations.Signature} is not base64");
        }

        var check = CheckKeys(found, key => keys.Verify(key, found.Payload.Span, signature));
        return MustAsk(check, found.Annotations.ContainsKey(SignatureAnnotations.Certificate)) ? null : check;
    }

    /// <summary>Determines whether keys alone do not decide.</summary>
    private bool MustAsk(SignatureFinding check, bool hasCertificate) => requirement.Gap switch
    {
        null => hasCertificate && check is not SignatureFinding.Accepted,
        SignatureGap.TransparencyLog => check is SignatureFinding.Accepted,
        _ => true,
    };

    private SignatureFinding.Rejected? JudgePayload(FoundSignature.Simple found)
    {
        if (SimpleSigningPayload.Read(found.Payload, out var error) is not { } payload)
        {
            return found.Reject(SignatureFailure.Unreadable, $"the payload is not one of cosign: {error}");
        }

        if (payload.Digest != request.Digest)
        {
            return found.Reject(SignatureFailure.OtherDigest, $"the signature is for {payload.Digest}, not for {request.Digest}");
        }

        return IdentityMatcher.FindMismatch(requirement.Identity, request.Image, payload.Reference) is { } mismatch
            ? found.Reject(SignatureFailure.OtherIdentity, mismatch)
            : null;
    }

    private async Task<SignatureFinding> JudgeBundleAsync(FoundSignature.Bundle found, CancellationToken cancellationToken)
    {
        if (SigstoreBundleReader.Read(found.Content, out var error) is not { } bundle)
        {
            return found.Reject(SignatureFailure.Unreadable, $"the bundle cannot be read: {error}");
        }

        var subject = BundleSubject.Find(found, bundle, request.Digest);
        if (subject is not null)
        {
            return subject;
        }

        var check = bundle.HasPublicKey
            ? JudgeBundle(found, bundle)
            : found.Reject(SignatureFailure.WrongKey, "a certificate signed it, and not a key");
        return MustAsk(check, !bundle.HasPublicKey)
            ? await AskAsync(found, found.Content, cancellationToken).ConfigureAwait(false)
            : check;
    }

    private SignatureFinding JudgeBundle(FoundSignature.Bundle found, SigstoreBundle bundle)
    {
        var author = CheckKeys(found, key => CheckBundle(key, bundle));
        return author is SignatureFinding.Accepted && requirement.Identity is not SignedIdentity.AnyName
            ? found.Skip(SignatureGap.NoIdentity, "a bundle does not name a repository, and the rule for names wants one")
            : author;
    }

    private KeyCheck CheckBundle(SignatureKey key, SigstoreBundle bundle)
    {
        var message = bundle.IsEnvelope ? SignedStatement.Encode(bundle.PayloadType, bundle.Content) : bundle.Content;
        var checks = bundle.Signatures.Select(signature => bundle.IsEnvelope
            ? keys.VerifyBundle(key, message, signature)
            : KeyVerifier.VerifySha256(key, message, signature));
        return checks.FirstOrDefault(check => check != KeyCheck.Invalid, KeyCheck.Invalid);
    }

    private SignatureFinding CheckKeys(FoundSignature found, Func<SignatureKey, KeyCheck> check)
    {
        var isUnsupported = false;
        foreach (var key in requirement.Keys)
        {
            var answer = check(key);
            if (answer == KeyCheck.Valid)
            {
                return new SignatureFinding.Accepted { Place = found.Place, Key = key.Fingerprint, Signer = key.ToString() };
            }

            isUnsupported |= answer == KeyCheck.Unsupported;
        }

        return isUnsupported
            ? found.Skip(SignatureGap.Ed25519, "nothing here verifies Ed25519; give an IEd25519Verifier")
            : found.Reject(SignatureFailure.WrongKey, $"none of the keys of {requirement.Name} made it");
    }

    private async Task<SignatureFinding> AskAsync(
        FoundSignature found, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (keyless is null || requirement.Gap == SignatureGap.UnusablePolicy)
        {
            return found.Skip(requirement.Gap ?? SignatureGap.Keyless, GetGapReason());
        }

        var signature = KeylessQuestion.Create(request, requirement, found, content);
        return await keyless.VerifyAsync(signature, cancellationToken).ConfigureAwait(false) switch
        {
            KeylessAnswer.Accepted accepted => new SignatureFinding.Accepted { Place = found.Place, Signer = accepted.Signer },
            KeylessAnswer.Refused refused => found.Reject(SignatureFailure.KeylessRefused, refused.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private string GetGapReason() => requirement.GapReason.Length > 0
        ? requirement.GapReason
        : "a certificate signed, and no IKeylessSignatureVerifier is there to verify it";
}
