using System.Text;
using ImageStreams.Registries;

namespace ImageStreams.Fuzz;

/// <summary>The <c>WWW-Authenticate</c> header: what was read is read again from what it means.</summary>
internal sealed class ChallengeTarget(byte[][] seeds) : FuzzTarget("challenge", seeds, Tokens.Headers)
{
    public override void Check(ReadOnlySpan<byte> input)
    {
        var challenges = ChallengeScanner.Scan(Encoding.UTF8.GetString(input));
        foreach (var challenge in challenges)
        {
            Expect.That(challenge.Scheme.Length > 0, "a challenge has a scheme");
        }

        var written = string.Join(", ", challenges.Select(Write));
        var isShort = written.Length <= 4096;
        Expect.That(!isShort || ChallengeScanner.Scan(written).SequenceEqual(challenges), "challenges are read again");
    }

    private static string Write(AuthenticationChallenge challenge) =>
        $"{challenge.Scheme} realm={Quote(challenge.Realm)}, service={Quote(challenge.Service)}, scope={Quote(challenge.Scope)}";

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
