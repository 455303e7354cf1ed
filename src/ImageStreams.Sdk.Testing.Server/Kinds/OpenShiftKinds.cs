using ImageStreams.AspNetCore;
using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.Testing.Server;

/// <summary>The rows of the kinds of OpenShift.</summary>
internal static class OpenShiftKinds
{
    private const string Deprecated = "apps.openshift.io/v1 DeploymentConfig is deprecated in v4.14+, unavailable in v4.10000+";

    public static IEnumerable<ClusterKind> Create() =>
    [
        KindRow.Create("build.openshift.io", "buildconfigs", "BuildConfig", BuildColumns(NumberAsText("Latest", "status", "lastVersion")))
            .WithShortNames("bc").WithCategories("all").WithSubresource("instantiate", "BuildRequest", [ResourceVerbs.Create])
            with { Rules = new BuildConfigRules(), RequiresVersion = true },
        KindRow.Create("build.openshift.io", "builds", "Build", BuildColumns(ProgressColumns.CreateForBuilds()))
            .WithCategories("all") with { SelectableFields = ["status", "podName"], RequiresVersion = true },
        KindRow.Create(
            "apps.openshift.io",
            "deploymentconfigs",
            "DeploymentConfig",
            [
                NumberAsText("Revision", "status", "latestVersion"), NumberAsText("Desired", "spec", "replicas"),
                NumberAsText("Current", "status", "updatedReplicas"), KindColumns.TriggeredBy(),
            ])
            .WithShortNames("dc").WithCategories("all").WithStatus().WithScale(ScaleDocuments.OldApiVersion)
            .WithSubresource("instantiate", "DeploymentRequest", [ResourceVerbs.Create])
            .WithSubresource("rollback", "DeploymentConfigRollback", [ResourceVerbs.Create])
            with { Rules = new DeploymentConfigRules(), Warning = Deprecated, RequiresVersion = true },
        Custom("config.openshift.io", "v1", "imagedigestmirrorsets", "ImageDigestMirrorSet").WithShortNames("idms").WithStatus(),
        Custom("config.openshift.io", "v1", "imagetagmirrorsets", "ImageTagMirrorSet").WithShortNames("itms").WithStatus(),
        Custom("config.openshift.io", "v1", "images", "Image").WithStatus(),
        Custom("operator.openshift.io", "v1alpha1", "imagecontentsourcepolicies", "ImageContentSourcePolicy"),
    ];

    private static ClusterKind Custom(string group, string version, string plural, string kind)
    {
        var row = KindRow.Create(group, plural, kind, [ObjectColumns.Age()]).ForCluster();
        return row with
        {
            Definition = row.Definition with { Version = version },
            Schema = ClusterSchemas.Find(group, version, kind),
            IsCustomResource = true,
            RequiresVersion = true,
        };
    }

    // The server declares its numbers as texts.
    private static ResourceColumn NumberAsText(string name, params string[] path) => ObjectColumns.Number(name, path) with { Type = "string" };

    private static ValueList<ResourceColumn> BuildColumns(params ReadOnlySpan<ResourceColumn> last) =>
    [
        ObjectColumns.Text("Type", "spec", "strategy", "type"), ObjectColumns.TextOr("From", "", "spec", "source", "type"), .. last,
    ];
}
