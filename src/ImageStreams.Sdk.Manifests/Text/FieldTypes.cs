using System.Collections.Frozen;

namespace ImageStreams.Manifests;

/// <summary>The types of the API's fields by their names, which mean the same in all kinds that are read: image streams, builds,
/// deployment configurations, workloads, mirror sets and templates.</summary>
internal static class FieldTypes
{
    private static readonly FrozenDictionary<string, FieldType> Known = Create();

    private static readonly FrozenDictionary<string, FieldType>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] NumberEndings = ["Seconds", "Port", "Limit", "Threshold", "Replicas", "Generation", "Count"];

    public static FieldType Find(ReadOnlySpan<char> key)
    {
        if (Lookup.TryGetValue(key, out var type))
        {
            return type;
        }

        if (key.EndsWith("Timestamp", StringComparison.Ordinal) || key.EndsWith("Time", StringComparison.Ordinal))
        {
            return FieldType.Time;
        }

        return EndsLikeNumber(key) ? FieldType.Number : FieldType.Unknown;
    }

    private static bool EndsLikeNumber(ReadOnlySpan<char> key)
    {
        foreach (var ending in NumberEndings)
        {
            if (key.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, FieldType> Create()
    {
        var types = new Dictionary<string, FieldType>(StringComparer.Ordinal);
        Add(types, FieldType.TextMap, "labels annotations matchLabels nodeSelector selector stringData data");
        Add(types, FieldType.Text, "apiVersion kind name namespace generateName uid resourceVersion value image tag ref uri path "
            + "from to contextDir commit dockerImageReference dockerImageRepository lastTriggeredImage imageID containerID "
            + "command args commandArgs arguments entrypoint cmd script message reason description displayName host hostname "
            + "subdomain key operator values effect type protocol policy secret secretName serviceAccountName serviceAccount "
            + "mountPath subPath workingDir schedulerName sourcePath destinationDir dockerfilePath dockerfile fieldPath generate "
            + "httpProxy httpsProxy noProxy source mirrors buildArgs containerNames architecture os variant version "
            + "digest mediaType nodeName clusterIP ip podIP hostIP");
        Add(types, FieldType.Boolean, "paused insecure scheduled local automatic reference noCache forcePull exposeDockerSocket "
            + "incremental readOnly privileged runAsNonRoot allowPrivilegeEscalation readOnlyRootFilesystem hostNetwork hostPID "
            + "hostIPC hostUsers stdin stdinOnce tty optional automountServiceAccountToken enableServiceLinks setHostnameAsFQDN "
            + "shareProcessNamespace suspend controller blockOwnerDeletion allowEnv test mirrorByDigestOnly required "
            + "allowOverride immutable recursiveReadOnly asSecret hostProcess import includeManifest");
        Add(types, FieldType.Number, "replicas generation port weight percent priority parallelism completions size partition "
            + "latestVersion runAsUser runAsGroup fsGroup supplementalGroups number maxSurge maxUnavailable maxSkew "
            + "ordinal start minReplicas maxReplicas");
        Add(types, FieldType.Mode, "mode defaultMode");
        Add(types, FieldType.Quantity, "limits requests capacity allocatable sizeLimit divisor");
        Add(types, FieldType.Time, "created started finished startedAt finishedAt");
        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, FieldType> types, FieldType type, string names)
    {
        foreach (var name in names.Split(' '))
        {
            types[name] = type;
        }
    }
}
