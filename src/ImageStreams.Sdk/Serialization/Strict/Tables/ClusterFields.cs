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
        ImagePolicy: kind apiVersion metadata(ObjectMeta) spec(ImagePolicySpec) status*
        ImagePolicyList: kind apiVersion metadata(ListMeta) items[ImagePolicy]
        ClusterImagePolicy: kind apiVersion metadata(ObjectMeta) spec(ImagePolicySpec) status*
        ClusterImagePolicyList: kind apiVersion metadata(ListMeta) items[ClusterImagePolicy]
        ImagePolicySpec: scopes[] policy(ImagePolicyRules)
        ImagePolicyRules: rootOfTrust(ImagePolicyTrust) signedIdentity(ImagePolicyIdentity)
        ImagePolicyTrust: policyType publicKey(ImagePolicyPublicKey) fulcioCAWithRekor(ImagePolicyFulcio) pki(ImagePolicyPki)
        ImagePolicyPublicKey: keyData rekorKeyData
        ImagePolicyFulcio: fulcioCAData rekorKeyData fulcioSubject(ImagePolicyFulcioSubject)
        ImagePolicyFulcioSubject: oidcIssuer signedEmail
        ImagePolicyPki: caRootsData caIntermediatesData pkiCertificateSubject(ImagePolicyPkiSubject)
        ImagePolicyPkiSubject: email hostname
        ImagePolicyIdentity: matchPolicy exactRepository(ImagePolicyExactRepository) remapIdentity(ImagePolicyRemapIdentity)
        ImagePolicyExactRepository: repository
        ImagePolicyRemapIdentity: prefix signedPrefix
        ImageMirrors: source mirrors[=] mirrorSourcePolicy
        """;
}
