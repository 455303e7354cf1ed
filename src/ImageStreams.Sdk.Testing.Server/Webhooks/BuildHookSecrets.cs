using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>Compares the secrets of calls with those of triggers.</summary>
internal sealed class BuildHookSecrets(IClusterObjectStore store)
{
    private const string Key = "WebHookSecretKey";

    /// <summary>Finds the trigger of a configuration whose secret a call has; null when it has none's.</summary>
    public async Task<JsonObject?> FindTriggerAsync(JsonObject config, BuildHook hook, string secret, CancellationToken cancellationToken)
    {
        var ns = config.FindText("metadata", "namespace") ?? "";
        foreach (var trigger in config.FindItems("spec", "triggers").Where(trigger => HasType(trigger, hook)))
        {
            var known = trigger.FindObject(hook.Name);
            if (known is not null && await HasAsync(known, ns, secret, cancellationToken).ConfigureAwait(false))
            {
                return known;
            }
        }

        return null;
    }

    private static bool HasType(JsonObject trigger, BuildHook hook) =>
        string.Equals(trigger.FindText("type"), hook.Name, StringComparison.OrdinalIgnoreCase);

    private async Task<bool> HasAsync(JsonObject trigger, string ns, string secret, CancellationToken cancellationToken)
    {
        if (trigger.FindText("secret") is { Length: > 0 } text && IsSame(Encoding.UTF8.GetBytes(text), secret))
        {
            return true;
        }

        if (trigger.FindText("secretReference", "name") is not { Length: > 0 } name)
        {
            return false;
        }

        var found = await store.GetObjects("secrets").FindAsync(new ObjectKey(ns, name), cancellationToken).ConfigureAwait(false);
        return found is not null && Decode(ObjectDocuments.FromObject(found).FindText("data", Key)) is { } value && IsSame(value, secret);
    }

    private static byte[]? Decode(string? base64)
    {
        var value = new byte[base64?.Length ?? 0];
        return base64 is not null && Convert.TryFromBase64String(base64, value, out var length) ? value[..length] : null;
    }

    private static bool IsSame(byte[] known, string secret) =>
        known.Length > 0 && CryptographicOperations.FixedTimeEquals(known, Encoding.UTF8.GetBytes(secret));
}
