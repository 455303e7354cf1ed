using System.Text.Json.Nodes;
using ImageStreams.Kubernetes;
using static ImageStreams.Tool.DeployDocuments;

namespace ImageStreams.Tool;

/// <summary>Renders what puts the served API behind that of the cluster.</summary>
internal static class ServiceDocuments
{
    // As OpenShift registers its API servers: before groups of custom resources.
    private const int GroupPriority = 9900;
    private const int VersionPriority = 15;
    private const int HttpsPort = 443;

    public static IEnumerable<JsonObject> Create(DeploySettings settings)
    {
        var service = CreateObject("v1", "Service", DeploySettings.Name, settings.Namespace);
        service["spec"] = new JsonObject
        {
            ["selector"] = CreateLabels(),
            ["ports"] = new JsonArray(new JsonObject { ["name"] = "https", ["port"] = HttpsPort, ["targetPort"] = "https" }),
        };
        yield return service;

        const string version = KubernetesStoreOptions.Version;
        const string group = KubernetesStoreOptions.ImageGroup;
        var api = CreateObject("apiregistration.k8s.io/v1", "APIService", $"{version}.{group}", null);
        api["spec"] = new JsonObject
        {
            ["group"] = group,
            ["version"] = version,
            ["groupPriorityMinimum"] = GroupPriority,
            ["versionPriority"] = VersionPriority,
            ["caBundle"] = Convert.ToBase64String(settings.Authority!),
            ["service"] = new JsonObject { ["name"] = DeploySettings.Name, ["namespace"] = settings.Namespace, ["port"] = HttpsPort },
        };
        yield return api;
    }
}
