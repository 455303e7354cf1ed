using System.Text;
using ImageStreams.Signatures;

namespace ImageStreams.Fuzz;

/// <summary>What signatures and policies for them consist of.</summary>
internal static class SignatureTargets
{
    /// <summary>Creates the targets.</summary>
    public static IEnumerable<FuzzTarget> Create(Corpus corpus)
    {
        yield return new SafeTarget("signature", corpus.FindTexts("seeds-signatures"), Tokens.Json, Read);
        yield return new SafeTarget("image-scope", corpus.FindTexts("seeds-scopes"), Tokens.Names, ReadScope);
        yield return new SafeTarget("signature-key", corpus.FindTexts("seeds-scopes"), Tokens.Names, ReadKey);
    }

    private static void Read(byte[] text)
    {
        _ = SimpleSigningPayload.Read(text, out _);
        _ = SigstoreBundleReader.Read(text, out _);
        _ = SignedStatement.Read(text, out _);
        _ = SignatureLayer.Read(text, out _);
    }

    private static void ReadScope(byte[] text)
    {
        if (ImageScope.TryParse(Encoding.UTF8.GetString(text), out var scope))
        {
            Expect.That(scope.IsWithin(scope), "a scope is within itself");
            Expect.That(ImageScope.TryParse(scope.Text, out var again) && again.Text == scope.Text, "a scope is read as it is written");
        }
    }

    private static void ReadKey(byte[] text) =>
        _ = SignatureKey.Read($"-----BEGIN PUBLIC KEY-----\n{Convert.ToBase64String(text)}\n-----END PUBLIC KEY-----");
}
