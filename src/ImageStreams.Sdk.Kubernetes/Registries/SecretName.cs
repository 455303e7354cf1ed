using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Kubernetes;

/// <summary>The name of a secret with its namespace.</summary>
internal sealed record SecretName(string Namespace, string Name)
{
    /// <summary>Reads <c>namespace/name</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SecretName? name)
    {
        var parts = (text ?? "").Split('/');
        name = parts is [{ Length: > 0 } ns, { Length: > 0 } own] ? new SecretName(ns, own) : null;
        return name is not null;
    }
}
