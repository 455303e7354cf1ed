using System.Collections.Frozen;
using ImageStreams.Builds;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using ImageStreams.Signatures;
using ImageStreams.Workloads;

namespace ImageStreams.Manifests;

/// <summary>The kinds of objects that the library has records for.</summary>
internal static class KnownKinds
{
    private const string ConfigGroup = "config.openshift.io";
    private const string ImageGroup = "image.openshift.io";
    private const string BuildGroup = "build.openshift.io";

    private static readonly KnownKind[] All =
    [
        new(ImageStream.KindName, ImageGroup, json => Deserialize<ImageStream>(json).WithDefaults()) { IsLegacy = true },
        new(ImageStreamTag.KindName, ImageGroup, json => Deserialize<ImageStreamTag>(json).WithDefaults()) { IsLegacy = true },
        new(ImageStreamImport.KindName, ImageGroup, json => Deserialize<ImageStreamImport>(json).WithDefaults()) { IsLegacy = true },
        new(Image.KindName, ImageGroup, Deserialize<Image>) { IsLegacy = true, IsNamespaced = false, IsDistinctive = false },
        new(BuildConfig.KindName, BuildGroup, Deserialize<BuildConfig>) { IsLegacy = true },
        new(Build.KindName, BuildGroup, Deserialize<Build>) { IsLegacy = true, IsDistinctive = false },
        new(DeploymentConfig.KindName, "apps.openshift.io", Deserialize<DeploymentConfig>) { IsLegacy = true },
        new(ImageDigestMirrorSet.KindName, ConfigGroup, Deserialize<ImageDigestMirrorSet>) { IsNamespaced = false },
        new(ImageTagMirrorSet.KindName, ConfigGroup, Deserialize<ImageTagMirrorSet>) { IsNamespaced = false },
        new(ImageContentSourcePolicy.KindName, "operator.openshift.io", Deserialize<ImageContentSourcePolicy>) { IsNamespaced = false },
        new(ClusterImageConfig.KindName, ConfigGroup, Deserialize<ClusterImageConfig>) { IsNamespaced = false, IsDistinctive = false },
        new(ClusterImagePolicy.KindName, ConfigGroup, Deserialize<ClusterImagePolicy>) { IsNamespaced = false },
        new(ImagePolicy.KindName, ConfigGroup, Deserialize<ImagePolicy>) { IsDistinctive = false },
        CreateWorkload("Deployment", "apps"),
        CreateWorkload("Deployment", "extensions"),
        CreateWorkload("ReplicaSet", "apps"),
        CreateWorkload("ReplicaSet", "extensions"),
        CreateWorkload("DaemonSet", "apps"),
        CreateWorkload("DaemonSet", "extensions"),
        CreateWorkload("StatefulSet", "apps"),
        CreateWorkload("Job", "batch", isDistinctive: false),
        CreateWorkload("CronJob", "batch"),
        CreateWorkload("Pod", "", isDistinctive: false),
        CreateWorkload("ReplicationController", ""),
        CreateWorkload("PodTemplate", ""),
    ];

    private static readonly FrozenDictionary<string, KnownKind[]> ByName =
        All.GroupBy(kind => kind.Name).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> OpenShiftGroups =
        new[] { ImageGroup, BuildGroup, "apps.openshift.io" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ClusterKinds = new[]
    {
        "Namespace", "Project", "ProjectRequest", "Node", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "StorageClass",
        "CustomResourceDefinition", "SecurityContextConstraints", "PriorityClass", "Group", "User", "OAuth", "Proxy", "ImageSignature",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Finds the kind of an object; null for objects of other kinds.</summary>
    public static KnownKind? Find(ObjectType type, WorkloadKinds workloads) =>
        FindAdded(type, workloads) ?? FindNamed(type);

    /// <summary>Gets a value indicating whether a kind needs no version to be known.</summary>
    public static bool IsDistinctive(string kind) =>
        ByName.TryGetValue(kind, out var found) && Array.Exists(found, one => one.IsDistinctive);

    /// <summary>Gets a value indicating whether objects of a type are in namespaces.</summary>
    public static bool IsNamespaced(ObjectType type) => FindNamed(type)?.IsNamespaced ?? !ClusterKinds.Contains(type.Kind);

    /// <summary>Finds the kind that a misspelled kind of OpenShift's groups means; null when it means none.</summary>
    public static string? FindMeant(ObjectType type) => OpenShiftGroups.Contains(type.Group) && !ByName.ContainsKey(type.Kind)
        ? ByName.Keys.FirstOrDefault(name => name.Equals(type.Kind, StringComparison.OrdinalIgnoreCase))
        : null;

    private static KnownKind? FindNamed(ObjectType type) =>
        ByName.TryGetValue(type.Kind, out var found) ? Array.Find(found, kind => kind.Accepts(type)) : null;

    private static KnownKind? FindAdded(ObjectType type, WorkloadKinds workloads)
    {
        foreach (var added in workloads.Added)
        {
            if (added.Name == type.Kind && (added.Group is null || added.Group == type.Group))
            {
                return new KnownKind(added.Name, type.Group, json => ReadAdded(json, workloads));
            }
        }

        return null;
    }

    private static KnownKind CreateWorkload(string name, string group, bool isDistinctive = true) =>
        new(name, group, json => Workload.Parse(json)) { IsDistinctive = isDistinctive, IsLegacy = group.Length == 0 };

    private static Workload ReadAdded(byte[] json, WorkloadKinds workloads) =>
        Workload.Parse(System.Text.Encoding.UTF8.GetString(json), workloads);

    private static T Deserialize<T>(byte[] json)
        where T : class, IWireObject<T> => ImageStreamJson.Deserialize<T>(json);
}
