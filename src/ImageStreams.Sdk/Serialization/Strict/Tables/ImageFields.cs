namespace ImageStreams.Serialization;

/// <summary>The fields of the kinds of <c>image.openshift.io/v1</c>.</summary>
/// <remarks>The grammar is that of <see cref="ApiTypes"/>.</remarks>
internal static class ImageFields
{
    public const string Text = """
        Image: kind apiVersion metadata(ObjectMeta) dockerImageReference dockerImageMetadata* dockerImageMetadataVersion
          dockerImageManifest dockerImageLayers[ImageLayer] signatures[ImageSignature] dockerImageSignatures
          dockerImageManifestMediaType dockerImageConfig dockerImageManifests[ImageManifest]
        ImageList: kind apiVersion metadata(ListMeta) items[Image]
        ImageLayer: name size mediaType
        ImageManifest: digest mediaType manifestSize architecture os variant
        ImageSignature: kind apiVersion metadata(ObjectMeta) type content conditions[SignatureCondition] imageIdentity
          signedClaims{} created issuedBy(SignatureIssuer) issuedTo(SignatureSubject)
        SignatureCondition: type status lastProbeTime lastTransitionTime reason message
        SignatureIssuer: organization commonName
        SignatureSubject: organization commonName publicKeyID
        ImageStreamLayers: kind apiVersion metadata(ObjectMeta) blobs{ImageLayerData} images{ImageBlobReferences}
        ImageLayerData: size mediaType
        ImageBlobReferences: imageMissing layers config manifests
        DockerImage: kind apiVersion Id Parent Comment Created Container ContainerConfig(DockerConfig) DockerVersion Author
          Config(DockerConfig) Architecture Size
        DockerConfig: Hostname Domainname User Memory MemorySwap CpuShares Cpuset AttachStdin AttachStdout AttachStderr PortSpecs
          ExposedPorts{EmptyObject} Tty OpenStdin StdinOnce Env Cmd Dns Image Volumes{EmptyObject} VolumesFrom WorkingDir
          Entrypoint NetworkDisabled SecurityOpts OnBuild Labels{}
        ImageStream: kind apiVersion metadata(ObjectMeta) spec(ImageStreamSpec) status(ImageStreamStatus)
        ImageStreamList: kind apiVersion metadata(ListMeta) items[ImageStream]
        ImageStreamSpec: lookupPolicy(ImageLookupPolicy) dockerImageRepository tags[TagReference]
        ImageLookupPolicy: local
        TagReference: name annotations{} from(ObjectReference) reference generation importPolicy(TagImportPolicy)
          referencePolicy(TagReferencePolicy)
        TagImportPolicy: insecure scheduled importMode
        TagReferencePolicy: type
        ImageStreamStatus: dockerImageRepository publicDockerImageRepository tags[NamedTagEventList]
        NamedTagEventList: tag items[TagEvent] conditions[TagEventCondition]
        TagEvent: created dockerImageReference image generation platforms
        TagEventCondition: type status lastTransitionTime reason message generation
        ImageStreamTag: kind apiVersion metadata(ObjectMeta) tag(TagReference) generation lookupPolicy(ImageLookupPolicy)
          conditions[TagEventCondition] image(Image)
        ImageStreamTagList: kind apiVersion metadata(ListMeta) items[ImageStreamTag]
        ImageStreamTagReference: namespace name
        ImageTag: kind apiVersion metadata(ObjectMeta) spec(TagReference) status(NamedTagEventList) image(Image)
        ImageTagList: kind apiVersion metadata(ListMeta) items[ImageTag]
        ImageStreamImage: kind apiVersion metadata(ObjectMeta) image(Image)
        ImageStreamMapping: kind apiVersion metadata(ObjectMeta) image(Image) tag
        ImageStreamImport: kind apiVersion metadata(ObjectMeta) spec(ImageStreamImportSpec) status(ImageStreamImportStatus)
        ImageStreamImportSpec: import repository(RepositoryImportSpec) images[ImageImportSpec]
        ImageStreamImportStatus: import(ImageStream) repository(RepositoryImportStatus) images[ImageImportStatus]
        ImageImportSpec: from(ObjectReference) to(LocalObjectReference) importPolicy(TagImportPolicy)
          referencePolicy(TagReferencePolicy) includeManifest
        ImageImportStatus: status(KubernetesStatus) image(Image) tag manifests[Image]
        RepositoryImportSpec: from(ObjectReference) importPolicy(TagImportPolicy) referencePolicy(TagReferencePolicy)
          includeManifest
        RepositoryImportStatus: status(KubernetesStatus) images[ImageImportStatus] additionalTags
        """;
}
