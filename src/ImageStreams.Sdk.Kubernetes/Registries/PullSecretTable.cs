using System.Text;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>Makes sources of credentials of pull secrets; one that is broken is left out, and said once.</summary>
internal sealed class PullSecretTable(ILogger logger)
{
    private const int MaxCharacters = 16 << 20;

    private HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>Makes the source of some secrets, in their order; the best match in all of them is used.</summary>
    public IRegistryCredentialSource Create(IEnumerable<ClusterObject> secrets)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        var list = new StringBuilder("""{"items":[""");
        var empty = list.Length;
        foreach (var secret in secrets)
        {
            var json = ImageStreamJson.Serialize(secret);
            if (FindProblem(json, list.Length) is { } problem)
            {
                Say(secret, problem, said);
            }
            else
            {
                list.Append(list.Length == empty ? "" : ",").Append(json);
            }
        }

        _said = said;
        return RegistryCredentials.FromPullSecrets(list.Append("]}").ToString());
    }

    /// <summary>Finds what is wrong with a secret; null for nothing. The sentence has nothing of its content.</summary>
    private static string? FindProblem(string json, int taken)
    {
        if (json.Length + taken > MaxCharacters - 4)
        {
            return $"with it, the pull secrets would have more than {MaxCharacters >> 20} MiB.";
        }

        try
        {
            RegistryCredentials.FromPullSecrets(json);
            return null;
        }
        catch (RegistryCredentialException e)
        {
            return e.Message;
        }
    }

    private void Say(ClusterObject secret, string problem, HashSet<string> said)
    {
        var version = $"{secret.Namespace}/{secret.Name}@{secret.Metadata.ResourceVersion}";
        said.Add(version);
        if (!_said.Contains(version))
        {
            logger.BadSecret($"secret {secret.Namespace}/{secret.Name}", problem);
        }
    }
}
