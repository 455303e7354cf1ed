using System.Text.Json.Nodes;

namespace ImageStreams.Testing.Server;

/// <summary>Finds the sources of volumes.</summary>
internal static class VolumeSources
{
    /// <summary>The sources that a server looks at first, in its order.</summary>
    private static readonly string[] First =
    [
        "emptyDir", "hostPath", "gitRepo", "gcePersistentDisk", "awsElasticBlockStore", "secret", "nfs", "iscsi", "glusterfs", "flocker",
        "persistentVolumeClaim", "rbd", "cinder", "cephfs", "flexVolume", "configMap", "downwardAPI", "fc", "azureFile",
    ];

    /// <summary>Returns the names of the sources that a volume has, in the order of a server; one is right.</summary>
    public static IEnumerable<string> Find(JsonObject volume)
    {
        var found = volume.Where(field => field.Key != "name" && field.Value is not null).Select(field => field.Key).ToList();
        return First.Where(found.Contains).Concat(found.Except(First));
    }
}
