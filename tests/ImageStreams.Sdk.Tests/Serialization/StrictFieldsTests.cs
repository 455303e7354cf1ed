using System.Reflection;
using System.Text;
using ImageStreams.Builds;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Serialization;

/// <summary>Strict reading knows the whole API of the kinds, and finds the real mistakes with nothing else.</summary>
public sealed class StrictFieldsTests
{
    private const string BuildConfigText = """
        {"apiVersion":"build.openshift.io/v1","kind":"BuildConfig","metadata":{"name":"b","generateName":"b-","labels":{"any key":"x"},
        "managedFields":[{"manager":"oc","operation":"Update","apiVersion":"v1","time":null,"fieldsType":"FieldsV1","fieldsV1":{"f:x":{}},
        "subresource":""}],"ownerReferences":[{"apiVersion":"v1","kind":"X","name":"x","uid":"1","controller":true,
        "blockOwnerDeletion":true}],"finalizers":[],"selfLink":"","deletionGracePeriodSeconds":1},
        "spec":{"nodeSelector":null,"serviceAccount":"s","runPolicy":"Serial","completionDeadlineSeconds":5,"mountTrustedCA":true,
        "successfulBuildsHistoryLimit":5,"failedBuildsHistoryLimit":5,"resources":{"limits":{"memory":"1Gi"},"requests":{"x/y":"1"}},
        "postCommit":{"script":"x","command":[],"args":[]},"revision":{"type":"Git","git":{"commit":"1","author":{"name":"n","email":"e"},
        "committer":{},"message":"m"}},
        "source":{"type":"Git","git":{"uri":"https://x","ref":"main","httpProxy":"p","httpsProxy":"p","noProxy":"n"},"contextDir":"c",
        "sourceSecret":{"name":"s"},"dockerfile":"FROM x","binary":{"asFile":"f"},"secrets":[{"secret":{"name":"s"},"destinationDir":"d"}],
        "configMaps":[{"configMap":{"name":"s"},"destinationDir":"d"}],"images":[{"from":{"kind":"ImageStreamTag","name":"a:b"},
        "as":["x"],"paths":[{"sourcePath":"a","destinationDir":"b"}],"pullSecret":{"name":"p"}}]},
        "strategy":{"type":"Source","sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"},"env":[{"name":"A","value":"b"},
        {"name":"B","valueFrom":{"secretKeyRef":{"name":"s","key":"k","optional":true}}}],"incremental":true,"scripts":"x","forcePull":true,
        "pullSecret":{"name":"p"},"volumes":[{"name":"v","source":{"type":"Secret","secret":{"secretName":"s","items":[{"key":"k",
        "path":"p","mode":1}],"defaultMode":1,"optional":true}},"mounts":[{"destinationPath":"/x"}]}]},
        "dockerStrategy":{"noCache":true,"dockerfilePath":"D","buildArgs":[{"name":"a","value":"b"}],"imageOptimizationPolicy":"None"},
        "customStrategy":{"exposeDockerSocket":true,"secrets":[{"secretSource":{"name":"s"},"mountPath":"/"}],"buildAPIVersion":"v1"},
        "jenkinsPipelineStrategy":{"jenkinsfile":"x","jenkinsfilePath":"y","env":[]}},
        "output":{"to":{"kind":"ImageStreamTag","name":"a:b"},"pushSecret":{"name":"p"},"imageLabels":[{"name":"a","value":"b"}]},
        "triggers":[{"type":"GitHub","github":{"secret":"x"}},{"type":"Generic","generic":{"allowEnv":true,"secretReference":{"name":"s"}}},
        {"type":"GitLab","gitlab":{"secret":"x"}},{"type":"Bitbucket","bitbucket":{"secret":"x"}},{"type":"ConfigChange"},
        {"type":"ImageChange","imageChange":{"from":{"kind":"ImageStreamTag","name":"a:b"},"paused":true,"lastTriggeredImageID":"x"}}]},
        "status":{"lastVersion":3,"imageChangeTriggers":[{"lastTriggeredImageID":"x","from":{"name":"a","namespace":"b"},
        "lastTriggerTime":null}]}}
        """;

    private const string DeploymentConfigText = """
        {"apiVersion":"apps.openshift.io/v1","kind":"DeploymentConfig","metadata":{"name":"d"},
        "spec":{"replicas":1,"selector":{"a":"b"},"test":false,"paused":true,"minReadySeconds":1,"revisionHistoryLimit":2,
        "strategy":{"type":"Rolling","activeDeadlineSeconds":1,"labels":{},"annotations":{"x/y":"z"},"resources":{"limits":{"cpu":"1"}},
        "rollingParams":{"updatePeriodSeconds":1,"intervalSeconds":1,"timeoutSeconds":1,"maxUnavailable":"25%","maxSurge":1,
        "pre":{"failurePolicy":"Abort","execNewPod":{"command":["x"],"containerName":"c","env":[{"name":"A"}],"volumes":["v"]}},
        "post":{"failurePolicy":"Ignore","tagImages":[{"containerName":"c","to":{"kind":"ImageStreamTag","name":"a:b"}}]}},
        "recreateParams":{"timeoutSeconds":1,"pre":{},"mid":{"failurePolicy":"Retry"},"post":{}},
        "customParams":{"image":"x","environment":[{"name":"A","value":"b"}],"command":[]}},
        "triggers":[{"type":"ConfigChange"},{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["c"],
        "from":{"kind":"ImageStreamTag","name":"a:b"},"lastTriggeredImage":"x"}}],
        "template":{"metadata":{"labels":{"a":"b"},"creationTimestamp":null},"spec":{"restartPolicy":"Always","dnsPolicy":"ClusterFirst",
        "terminationGracePeriodSeconds":30,"serviceAccountName":"s","serviceAccount":"s","nodeSelector":{"a":"b"},"hostNetwork":true,
        "securityContext":{"runAsUser":1,"fsGroup":1,"supplementalGroups":[1],"seLinuxOptions":{"level":"x"},"sysctls":[{"name":"a",
        "value":"b"}]},"imagePullSecrets":[{"name":"p"}],"tolerations":[{"key":"k","operator":"Exists","effect":"NoSchedule",
        "tolerationSeconds":1,"value":"v"}],"affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":
        {"nodeSelectorTerms":[{"matchExpressions":[{"key":"k","operator":"In","values":["v"]}],"matchFields":[]}]}},
        "podAntiAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":[{"weight":1,"podAffinityTerm":{"topologyKey":"t",
        "labelSelector":{"matchLabels":{"a":"b"},"matchExpressions":[]},"namespaces":["n"]}}]}},"initContainers":[{"name":"i"}],
        "containers":[{"name":"c","image":"x","imagePullPolicy":"Always","command":[],"args":[],"workingDir":"/","tty":true,"stdin":true,
        "ports":[{"containerPort":80,"protocol":"TCP","name":"web","hostPort":1}],"env":[{"name":"A","valueFrom":{"fieldRef":{
        "fieldPath":"metadata.name","apiVersion":"v1"}}},{"name":"B","valueFrom":{"configMapKeyRef":{"name":"m","key":"k"}}},
        {"name":"C","valueFrom":{"resourceFieldRef":{"resource":"limits.cpu","divisor":"1","containerName":"c"}}}],
        "envFrom":[{"prefix":"p","configMapRef":{"name":"m","optional":true}},{"secretRef":{"name":"s"}}],
        "resources":{"limits":{"nvidia.com/gpu":1},"requests":{}},"volumeMounts":[{"name":"v","mountPath":"/v","subPath":"s",
        "readOnly":true}],"livenessProbe":{"httpGet":{"path":"/","port":80,"scheme":"HTTP","httpHeaders":[{"name":"a","value":"b"}]},
        "initialDelaySeconds":1,"periodSeconds":1,"timeoutSeconds":1,"failureThreshold":1,"successThreshold":1},
        "readinessProbe":{"exec":{"command":["x"]}},"startupProbe":{"tcpSocket":{"port":1,"host":"h"}},
        "lifecycle":{"preStop":{"exec":{"command":["x"]}},"postStart":{"httpGet":{"port":1}}},"terminationMessagePath":"/dev/x",
        "terminationMessagePolicy":"File","securityContext":{"privileged":true,"capabilities":{"add":["X"],"drop":["ALL"]},
        "runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}}],
        "volumes":[{"name":"v","emptyDir":{"medium":"Memory","sizeLimit":"1Gi"}},{"name":"w","persistentVolumeClaim":{"claimName":"c"}},
        {"name":"x","configMap":{"name":"m","defaultMode":1,"items":[{"key":"k","path":"p"}]}},{"name":"y","secret":{"secretName":"s"}},
        {"name":"z","projected":{"sources":[{"serviceAccountToken":{"path":"t","audience":"a","expirationSeconds":1}}]}},
        {"name":"h","hostPath":{"path":"/x","type":"Directory"}},{"name":"n","nfs":{"server":"s","path":"/"}}]}}},
        "status":{"latestVersion":1,"observedGeneration":1,"replicas":1,"updatedReplicas":1,"availableReplicas":1,"unavailableReplicas":0,
        "readyReplicas":1,"details":{"message":"m","causes":[{"type":"ImageChange","imageTrigger":{"from":{"kind":"DockerImage",
        "name":"x"}}}]},"conditions":[{"type":"Available","status":"True","lastUpdateTime":null,"lastTransitionTime":null,"reason":"r",
        "message":"m"}]}}
        """;

    [Fact]
    public void ValidBuildConfig_HasNoProblems()
    {
        Assert.Empty(Find<BuildConfig>(BuildConfigText));
        Assert.Empty(Find<BuildConfigList>($$"""{"kind":"List","apiVersion":"v1","items":[{{BuildConfigText}},{{BuildConfigText}}]}"""));
        Assert.Equal("b", ImageStreamJson.Deserialize<BuildConfig>(BuildConfigText, new() { Strict = true }).Name);
    }

    [Fact]
    public void ValidDeploymentConfig_HasNoProblems()
    {
        Assert.Empty(Find<DeploymentConfig>(DeploymentConfigText));
        Assert.Empty(Find<DeploymentConfigList>($$"""{"items":[{{DeploymentConfigText}}]}"""));
    }

    [Theory]
    [InlineData(
        """{"spec":{"strategy":{"dockerStrategy":{"imageOptimizationPOlicy":"None"}}}}""",
        "$.spec.strategy.dockerStrategy.imageOptimizationPOlicy", "did you mean imageOptimizationPolicy")]
    [InlineData(
        """{"spec":{"triggers":[{"type":"ImageChange","imageChange":{"automatic":true}}]}}""",
        "$.spec.triggers[0].imageChange.automatic", "a field of spec.triggers[].imageChangeParams in a DeploymentConfig")]
    [InlineData(
        """{"spec":{"triggers":[{},{"type":"ImageChange","imageChangeParams":{"automatic":true}}]}}""",
        "$.spec.triggers[1].imageChangeParams", "a field of spec.triggers[] in a DeploymentConfig")]
    [InlineData(
        """{"spec":{"triggers":[{"type":"ImageChange","imageChange":{},"from":{"name":"x"}}]}}""",
        "$.spec.triggers[0].from", "a field of spec.triggers[].imageChange")]
    [InlineData("""{"spec":{"strategy":{"triggers":[]}}}""", "$.spec.strategy.triggers", "a field of spec")]
    [InlineData("""{"triggers":[]}""", "$.triggers", "a field of spec")]
    [InlineData("""{"name":"x"}""", "$.name", "a field of metadata")]
    [InlineData("""{"spec":{"metadata":{}}}""", "$.spec.metadata", "a field of the object itself")]
    [InlineData("""{"spec":{"imageOptimizationPolicy":"None"}}""", "$.spec.imageOptimizationPolicy", "a field of spec.strategy.dockerStrategy")]
    [InlineData("""{"spec":{"source":{"git":{"rev":"x"}}}}""", "$.spec.source.git.rev", "did you mean ref")]
    [InlineData("""{"metadata":{"lables":{}}}""", "$.metadata.lables", "did you mean labels")]
    [InlineData("""{"spec":{"somethingElse":{"spec":1,"x":{"y":1}}}}""", "$.spec.somethingElse", null)]
    public void BuildConfig_RealMistake_IsFoundWithAHint(string json, string path, string? hint)
    {
        var problem = Assert.Single(Find<BuildConfig>(json));
        Assert.Equal((FieldProblemKind.Unknown, path, hint), (problem.Kind, problem.Path, problem.Hint));
    }

    [Theory]
    [InlineData("""{"spec":{"triggers":[{"imageChange":{}}]}}""", "$.spec.triggers[0].imageChange", "a field of spec.triggers[] in a BuildConfig")]
    [InlineData("""{"spec":{"containers":[]}}""", "$.spec.containers", "a field of spec.template.spec")]
    [InlineData("""{"spec":{"template":{"spec":{"replicas":1}}}}""", "$.spec.template.spec.replicas", "a field of spec")]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"livenesProbe":{}}]}}}}""", "$.spec.template.spec.containers[0].livenesProbe", "did you mean livenessProbe")]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"resources":{"memory":"1"}}]}}}}""", "$.spec.template.spec.containers[0].resources.memory", null)]
    public void DeploymentConfig_RealMistake_IsFoundWithAHint(string json, string path, string? hint)
    {
        var problem = Assert.Single(Find<DeploymentConfig>(json));
        Assert.Equal((path, hint), (problem.Path, problem.Hint));
    }

    [Theory]
    [InlineData("""{"spec":{"selector":{"a":"1","a":"2"}}}""", "$.spec.selector.a")]
    [InlineData("""{"spec":{"replicas":1,"replicas":2}}""", "$.spec.replicas")]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"ports":[{"name":"a","name":"b"}]}]}}}}""", "$.spec.template.spec.containers[0].ports[0].name")]
    public void FieldTwice_IsADuplicateEvenOutsideTheModel(string json, string path) =>
        Assert.Equal([new FieldProblem(FieldProblemKind.Duplicate, path)], Find<DeploymentConfig>(json));

    [Fact]
    public void NamesDifferInCase_AreUnknown()
    {
        var problem = Assert.Single(Find<DeploymentConfig>("""{"Spec":{}}"""));
        Assert.Equal(("$.Spec", "did you mean spec"), (problem.Path, problem.Hint));
    }

    [Fact]
    public void StrictException_HasTheHint()
    {
        var e = Assert.Throws<StrictFieldsException>(() => ImageStreamJson.Deserialize<ImageStream>(
            """{"spec":{"tags":[{"nmae":"a","importPolicy":{"Scheduled":true}}]}}""", new() { Strict = true }));

        Assert.Equal(
            "Strict reading found the unknown field $.spec.tags[0].nmae (did you mean name), the unknown field "
                + "$.spec.tags[0].importPolicy.Scheduled (did you mean scheduled).",
            e.Message);
    }

    /// <summary>The tables have every field of every public record; what they have besides is the rest of the API.</summary>
    /// <remarks>A cluster object is of any kind, and has its fields in the table of that kind.</remarks>
    [Fact]
    public void EveryRecord_IsInTheTables()
    {
        var missing =
            from type in typeof(ImageStream).Assembly.GetExportedTypes()
            where type.GetCustomAttribute<WireObjectAttribute>() is not null && type != typeof(ClusterObject) && type != typeof(ClusterObjectList)
            from property in type.GetProperties()
            let field = property.GetCustomAttribute<WireFieldAttribute>()
            where field is not null && ApiTypes.Find(type.Name)?.Has(field.Name) != true
            select $"{type.Name}.{field.Name}";

        Assert.Empty(missing);
    }

    private static string[] ClusterKinds =>
    [
        "Pod", "Deployment", "ReplicaSet", "ReplicationController", "DaemonSet", "StatefulSet", "CronJob", "Job", "ConfigMap", "Secret",
        "ServiceAccount", "Service", "Event", "Lease", "CustomResourceDefinition",
    ];

    [Fact]
    public void EveryTypeOfTheTables_IsThere()
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>(["BuildConfigList", "BuildRequest", "Build", "DeploymentConfigList", "ImageStreamImport", "ImageStreamLayers", .. ClusterKinds]);
        while (open.TryDequeue(out var name))
        {
            var type = Assert.IsType<ApiType>(ApiTypes.Find(name));
            foreach (var field in type.Fields.Where(field => field.Type.Length > 0 && seen.Add(field.Type)))
            {
                open.Enqueue(field.Type);
            }
        }

        Assert.True(seen.Count > 150, $"{seen.Count} types");
    }

    [Theory]
    [InlineData("""{"metadata":{"clusterName":"","initializers":{"pending":[{"name":"a"}],"result":{"status":"Failure","code":1}}}}""")]
    [InlineData("""{"spec":{"strategy":{"rollingParams":{"updatePercent":-10}}}}""")]
    [InlineData("""{"spec":{"template":{"spec":{"resourceClaims":[{"name":"a","source":{"resourceClaimName":"b","resourceClaimTemplateName":"c"}}]}}}}""")]
    [InlineData("""
        {"spec":{"template":{"spec":{"volumes":[{"ephemeral":{"volumeClaimTemplate":{"spec":{"resources":{"claims":[{"name":"a"}],"requests":{}}}}}}]}}}}
        """)]
    public void FieldOfAnOlderVersion_IsNoProblem(string json) => Assert.Empty(Find<DeploymentConfig>(json));

    [Fact]
    public void RuntimeImageOfAnOlderVersion_IsNoProblem() => Assert.Empty(Find<BuildConfig>("""
        {"spec":{"strategy":{"sourceStrategy":{"runtimeImage":{"kind":"ImageStreamTag","name":"a:b"},
        "runtimeArtifacts":[{"sourcePath":"a","destinationDir":"b"}]}}}}
        """));

    [Theory]
    [InlineData("""{"evictionResponders":[]}""", ".evictionResponders")]
    [InlineData("""{"schedulingGroup":{}}""", ".schedulingGroup")]
    [InlineData("""{"containers":[{"volumeMounts":[{"bindMountOptions":[]}]}]}""", ".containers[0].volumeMounts[0].bindMountOptions")]
    [InlineData("""{"containers":[{"livenessProbe":{"httpGet":{"protocol":"TCP"}}}]}""", ".containers[0].livenessProbe.httpGet.protocol")]
    [InlineData("""{"containers":[{"livenessProbe":{"grpc":{"mode":""}}}]}""", ".containers[0].livenessProbe.grpc.mode")]
    [InlineData("""{"volumes":[{"emptyDir":{"mode":1}}]}""", ".volumes[0].emptyDir.mode")]
    [InlineData("""{"volumes":[{"configMap":{"defaultUser":1}}]}""", ".volumes[0].configMap.defaultUser")]
    [InlineData("""{"volumes":[{"secret":{"defaultUser":1}}]}""", ".volumes[0].secret.defaultUser")]
    [InlineData("""{"volumes":[{"downwardAPI":{"defaultUser":1}}]}""", ".volumes[0].downwardAPI.defaultUser")]
    [InlineData("""{"volumes":[{"projected":{"defaultUser":1}}]}""", ".volumes[0].projected.defaultUser")]
    [InlineData("""{"volumes":[{"secret":{"items":[{"user":1}]}}]}""", ".volumes[0].secret.items[0].user")]
    [InlineData("""{"volumes":[{"downwardAPI":{"items":[{"user":1}]}}]}""", ".volumes[0].downwardAPI.items[0].user")]
    [InlineData("""{"volumes":[{"projected":{"sources":[{"clusterTrustBundle":{"user":1}}]}}]}""", ".volumes[0].projected.sources[0].clusterTrustBundle.user")]
    [InlineData("""{"volumes":[{"projected":{"sources":[{"podCertificate":{"user":1}}]}}]}""", ".volumes[0].projected.sources[0].podCertificate.user")]
    [InlineData("""{"volumes":[{"projected":{"sources":[{"podCertificate":{"userAnnotations":{}}}]}}]}""", ".volumes[0].projected.sources[0].podCertificate.userAnnotations")]
    [InlineData("""{"volumes":[{"projected":{"sources":[{"serviceAccountToken":{"user":1}}]}}]}""", ".volumes[0].projected.sources[0].serviceAccountToken.user")]
    public void FieldThatServersDrop_IsUnknown(string pods, string path) => Assert.Equal(
        [new FieldProblem(FieldProblemKind.Unknown, $"$.spec.template.spec{path}")],
        Find<DeploymentConfig>("""{"spec":{"template":{"spec":""" + pods + "}}}"));

    [Fact]
    public void MessageOfManyProblems_IsShort()
    {
        var name = new string('x', 120);
        var fields = Enumerable.Range(0, 40).Select(i => $"\"{name}{i}\":1");
        var json = """{"metadata":{""" + string.Join(',', fields) + "}}";

        var e = Assert.Throws<StrictFieldsException>(() => ImageStreamJson.Deserialize<DeploymentConfig>(json, new() { Strict = true }));

        Assert.Equal(40, e.Problems.Count);
        Assert.EndsWith($"{name}9 and 30 more.", e.Message, StringComparison.Ordinal);
        Assert.InRange(e.Message.Length, 1000, 2500);
    }

    [Fact]
    public void LongPathInTheMessage_KeepsItsEnd()
    {
        var field = string.Concat(Enumerable.Repeat("\\u0001", 128));

        var e = Assert.Throws<StrictFieldsException>(
            () => ImageStreamJson.Deserialize<BuildConfig>($$"""{"{{field}}":1}""", new() { Strict = true }));

        Assert.InRange(e.Message.Length, 200, 300);
        Assert.True(e.Problems[0].Path.Length > 700);
    }

    [Fact]
    public void NamesThatDifferBehindTheCut_AreBothReported()
    {
        var name = new string('x', 200);

        var problems = Find<BuildConfig>($$"""{"{{name}}1":1,"{{name}}2":1,"short":1,"short":2}""").ToArray();

        Assert.Equal(["…", "…", "t"], problems.Select(problem => problem.Path.TrimEnd('\'', ']')[^1..]));
    }

    private static IEnumerable<FieldProblem> Find<T>(string json)
        where T : class, IWireObject<T> => ImageStreamJson.FindFieldProblems<T>(Encoding.UTF8.GetBytes(json)).AsEnumerable();
}
