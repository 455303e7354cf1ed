namespace ImageStreams.Tests.Model;

/// <summary>One object of each kind as a cluster shows it: every field in the order in which the API writes them.</summary>
internal static class KindSamples
{
    private const string Digest = "sha256:8f4f4b1f2d0c1a5e9b7d6c3e2a1908f7e6d5c4b3a29181706f5e4d3c2b1a0998";

    private const string Meta = """
        {"name":"ruby","namespace":"shop","uid":"6a1f1d7e-0f5a-4a53-8f0a-3d3f0d6c7b11","resourceVersion":"41873","generation":2,
        "creationTimestamp":"2024-05-06T07:08:09Z","labels":{"app":"shop"},"annotations":{"openshift.io/display-name":"Ruby"},
        "ownerReferences":[{"apiVersion":"v1","kind":"Thing","name":"t","uid":"u","controller":true}],"finalizers":["a/b"],
        "managedFields":[{"manager":"oc","operation":"Update","apiVersion":"image.openshift.io/v1","time":"2024-05-06T07:08:09Z",
        "fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:tags":{".":{}}}}}]}
        """;

    private const string Tag = """
        {"name":"3.2","annotations":{"description":"Ruby 3.2"},"from":{"kind":"DockerImage","name":"quay.io/sclorg/ruby-32-c9s:latest"},
        "generation":2,"importPolicy":{"scheduled":true,"importMode":"PreserveOriginal"},"referencePolicy":{"type":"Local"}}
        """;

    private const string Conditions = """
        [{"type":"ImportSuccess","status":"False","lastTransitionTime":"2024-05-06T07:08:10Z","reason":"NotFound",
        "message":"no such image","generation":2}]
        """;

    private const string History = $$"""
        {"tag":"3.2","items":[{"created":"2024-05-06T07:08:09Z","dockerImageReference":"quay.io/sclorg/ruby-32-c9s@{{Digest}}",
        "image":"{{Digest}}","generation":2}],"conditions":{{Conditions}} }
        """;

    private const string BareImage = $$"""
        {"metadata":{"name":"{{Digest}}"},"dockerImageReference":"quay.io/sclorg/ruby-32-c9s@{{Digest}}",
        "dockerImageMetadata":{"kind":"DockerImage","apiVersion":"1.0","Id":"","Config":{"Env":["PATH=/usr/bin"]} },
        "dockerImageMetadataVersion":"1.0",
        "dockerImageLayers":[{"name":"{{Digest}}","size":79300000,"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip"}],
        "dockerImageManifestMediaType":"application/vnd.oci.image.index.v1+json",
        "dockerImageManifests":[{"digest":"{{Digest}}","mediaType":"application/vnd.oci.image.manifest.v1+json",
        "manifestSize":1429,"architecture":"arm64","os":"linux","variant":"v8"}]}
        """;

    private const string Stream = $$"""
        {"metadata":{{Meta}},"spec":{"lookupPolicy":{"local":true},"tags":[{{Tag}}]},
        "status":{"dockerImageRepository":"image-registry.openshift-image-registry.svc:5000/shop/ruby",
        "publicDockerImageRepository":"registry.example.com/shop/ruby","tags":[{{History}}]} }
        """;

    private const string Policies = "\"importPolicy\":{},\"referencePolicy\":{\"type\":\"Source\"}";

    private const string StreamTag = $$"""
        {"metadata":{"name":"ruby:3.2"},"tag":{{Tag}},"generation":2,"lookupPolicy":{"local":true},"conditions":{{Conditions}},"image":{{BareImage}} }
        """;

    private const string ImageTag = $$"""{"metadata":{"name":"ruby:3.2"},"spec":{{Tag}},"status":{{History}},"image":null}""";

    public const string ImageStream = Stream;

    public const string ImageStreamList = $$"""
        {"kind":"ImageStreamList","apiVersion":"image.openshift.io/v1","metadata":{"resourceVersion":"9","continue":"abc","remainingItemCount":3},"items":[{{Stream}}]}
        """;

    public const string Image = BareImage;

    public const string ImageList = $$"""{"metadata":{},"items":[{{BareImage}}]}""";

    public const string ImageSignature = """
        {"metadata":{"name":"s"},"type":"AtomicImageV1","content":"c2lnbmVk","conditions":[{"type":"Trusted","status":"True",
        "lastProbeTime":"2024-05-06T07:08:09Z","lastTransitionTime":null,"reason":"r"}],"imageIdentity":"id",
        "signedClaims":{"a":"b"},"created":"2024-05-06T07:08:09Z","issuedBy":{"organization":"o","commonName":"c"},
        "issuedTo":{"commonName":"c","publicKeyID":"k"}}
        """;

    public const string ImageStreamTag = StreamTag;

    public const string ImageStreamTagList = $$"""{"metadata":{},"items":[{{StreamTag}}]}""";

    public const string ImageTagOne = ImageTag;

    public const string ImageTagList = $$"""{"metadata":{"selfLink":"/x"},"items":[{{ImageTag}}]}""";

    public const string ImageStreamImage = $$"""{"metadata":{"name":"ruby@8f4f4b1"},"image":{{BareImage}} }""";

    public const string ImageStreamMapping = $$"""{"metadata":{"name":"ruby"},"image":{{BareImage}},"tag":"3.2"}""";

    public const string ImageStreamLayers = $$"""
        {"metadata":{"name":"ruby"},"blobs":{"{{Digest}}":{"size":123,"mediaType":"m"},"sha256:9":{"size":null,"mediaType":""} },
        "images":{"{{Digest}}":{"imageMissing":true,"layers":null,"config":null},
        "sha256:9":{"imageMissing":false,"layers":["{{Digest}}"],"config":"{{Digest}}","manifests":["sha256:8"]} } }
        """;

    public const string ImageStreamImport = $$"""
        {"metadata":{"name":"ruby"},"spec":{"import":true,"repository":{"from":{"kind":"DockerImage","name":"quay.io/sclorg/ruby-32-c9s"},{{Policies}} },
        "images":[{"from":{"kind":"DockerImage","name":"quay.io/sclorg/ruby-32-c9s:latest"},"to":{"name":"3.2"},{{Policies}},"includeManifest":true}]},
        "status":{"import":{{Stream}},"repository":{"status":{"metadata":{},"status":"Success"},"additionalTags":["3.1"]},
        "images":[{"status":{"metadata":{},"status":"Failure","message":"no such image","reason":"NotFound",
        "details":{"name":"ruby","causes":[{"reason":"r","message":"m","field":"spec"}],"retryAfterSeconds":5},"code":404},"tag":"3.2"}]} }
        """;

    public const string BuildConfig = """
        {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"shop"},"spec":{"triggers":[{"type":"ConfigChange"},
        {"type":"ImageChange","imageChange":{"lastTriggeredImageID":"x@y","from":{"kind":"ImageStreamTag","name":"ruby:3.2"},"paused":true}}],
        "runPolicy":"Serial","source":{"type":"Git","git":{"uri":"https://git.example.com/shop.git","ref":"main"},
        "images":[{"from":{"kind":"ImageStreamTag","name":"assets:latest"},"as":["assets"],"paths":[{"sourcePath":"/a","destinationDir":"b"}]}],
        "contextDir":"src"},"strategy":{"type":"Source","sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:3.2"},"incremental":true}},
        "output":{"to":{"kind":"ImageStreamTag","name":"shop:latest"}},"resources":{},"postCommit":{},"nodeSelector":null},
        "status":{"lastVersion":7,"imageChangeTriggers":[{"lastTriggeredImageID":"x@y","from":{"namespace":"shop","name":"ruby:3.2"},
        "lastTriggerTime":"2024-05-06T07:08:09Z"}]}}
        """;

    public const string BuildRequest = """
        {"metadata":{"name":"shop"},"triggeredByImage":{"kind":"DockerImage","name":"x@y"},"from":{"kind":"ImageStreamTag","name":"ruby:3.2"},
        "lastVersion":0,"triggeredBy":[{"message":"Image change","imageChangeBuild":{"imageID":"x@y","fromRef":{"kind":"ImageStreamTag","name":"ruby:3.2"}}}],
        "revision":{"type":"Git"}}
        """;

    public const string DeploymentConfig = """
        {"kind":"DeploymentConfig","apiVersion":"apps.openshift.io/v1","metadata":{"name":"shop"},"spec":{"triggers":[{"type":"ImageChange",
        "imageChangeParams":{"automatic":true,"containerNames":["web"],"from":{"kind":"ImageStreamTag","name":"shop:latest"},"lastTriggeredImage":"x@y"}}],
        "paused":true,"template":{"metadata":{"labels":{"app":"shop"}},"spec":{"initContainers":[{"name":"init","image":" "}],
        "containers":[{"name":"web","image":"x@y","ports":[{"containerPort":8080,"protocol":"TCP"}],"resources":{}}],"restartPolicy":"Always"}},
        "strategy":{"type":"Rolling"},"replicas":2,"test":false},"status":{"latestVersion":3,"observedGeneration":3,"replicas":2}}
        """;
}
