namespace ImageStreams.Serialization;

/// <summary>The fields of the objects that configure the registries of a cluster.</summary>
/// <remarks>The grammar is that of <see cref="ApiTypes"/>.</remarks>
internal static class ClusterFields
{
    public const string Text = """
        ClusterImageConfig: kind apiVersion metadata(ObjectMeta) spec(ClusterImageConfigSpec) status(ClusterImageConfigStatus)
        ClusterImageConfigSpec: allowedRegistriesForImport[RegistryLocation] externalRegistryHostnames[]
          additionalTrustedCA(LocalObjectReference) registrySources(RegistrySources) imageStreamImportMode
        ClusterImageConfigStatus: internalRegistryHostname externalRegistryHostnames[] imageStreamImportMode
        RegistryLocation: domainName insecure?
        RegistrySources: insecureRegistries[] blockedRegistries[] allowedRegistries[] containerRuntimeSearchRegistries[]
        ImageContentSourcePolicy: kind apiVersion metadata(ObjectMeta) spec(ImageContentSourcePolicySpec)
        ImageContentSourcePolicyList: kind apiVersion metadata(ListMeta) items[ImageContentSourcePolicy]
        ImageContentSourcePolicySpec: repositoryDigestMirrors[ImageMirrors]
        ImageDigestMirrorSet: kind apiVersion metadata(ObjectMeta) spec(ImageDigestMirrorSetSpec) status*
        ImageDigestMirrorSetList: kind apiVersion metadata(ListMeta) items[ImageDigestMirrorSet]
        ImageDigestMirrorSetSpec: imageDigestMirrors[ImageMirrors]
        ImageTagMirrorSet: kind apiVersion metadata(ObjectMeta) spec(ImageTagMirrorSetSpec) status*
        ImageTagMirrorSetList: kind apiVersion metadata(ListMeta) items[ImageTagMirrorSet]
        ImageTagMirrorSetSpec: imageTagMirrors[ImageMirrors]
        ImageMirrors: source mirrors[=] mirrorSourcePolicy
        """;
}
