using System.Text.Json.Nodes;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Hides in builds what the build controller wrote, which starts pods.</summary>
internal static class RecordedBuilds
{
    private const string Controller = "openshift-controller-manager";

    private static readonly string[] Written = ["phase", "conditions", "outputDockerImageReference"];

    /// <summary>Hides it, in place.</summary>
    public static void Hide(JsonObject build, JsonArray? owners)
    {
        owners?.RemoveAll(static entry => (string?)entry?["manager"] == Controller);
        foreach (var field in Written)
        {
            (build["status"] as JsonObject)?.Remove(field);
            foreach (var entry in owners ?? [])
            {
                (entry?["fieldsV1"]?["f:status"] as JsonObject)?.Remove("f:" + field);
            }
        }
    }
}
