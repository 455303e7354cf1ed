using System.Text;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Validation;

namespace ImageStreams.Fuzz;

/// <summary>What registries send, and what is written about them.</summary>
internal static class RegistryTargets
{
    public static IEnumerable<FuzzTarget> Create(Corpus corpus)
    {
        var scopes = corpus.FindTexts("seeds-scopes");
        yield return new ChallengeTarget(corpus.FindTexts("seeds-challenges"));
        yield return new SafeTarget("link-header", corpus.FindTexts("seeds-links"), Tokens.Headers, FindLink);
        yield return new TypedErrorTarget<ImageFormatException>(
            "manifest", corpus.FindTexts("seeds-manifests", "manifest"), Tokens.Json, text => Manifest.Parse(text));
        yield return new TypedErrorTarget<RegistryNotificationException>(
            "notification", corpus.FindTexts("seeds-notifications"), Tokens.Json, text => RegistryNotification.Parse(text));
        yield return new TypedErrorTarget<RegistryCredentialException>(
            "credentials", corpus.FindTexts("seeds-credentials"), Tokens.Json, ReadCredentials);
        yield return new TypedErrorTarget<RegistryCredentialException>(
            "pull-secret", corpus.FindTexts("seeds-pull-secrets"), Tokens.Json, ReadPullSecrets);
        yield return new SafeTarget("credential-key", scopes, Tokens.Names, text => CredentialKey.Parse(ToText(text)));
        yield return new PolicyTarget(scopes);
        yield return new SafeTarget("allowed-registry", scopes, Tokens.Names, MatchAllowed);
    }

    private static void FindLink(byte[] text) => LinkScanner.FindNext(ToText(text), out _);

    private static void ReadCredentials(byte[] text) => new CredentialDocumentReader("config.json").Read(text);

    private static void ReadPullSecrets(byte[] text) => RegistryCredentials.FromPullSecrets(ToText(text));

    private static void MatchAllowed(byte[] text)
    {
        if (RegistryPattern.TryParse(ToText(text), insecure: false, out var pattern))
        {
            pattern.Matches("quay.io", "443");
        }
    }

    private static string ToText(byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
