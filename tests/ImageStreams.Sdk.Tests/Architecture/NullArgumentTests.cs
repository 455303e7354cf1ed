using System.Reflection;
using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Storage;
using ImageStreams.Testing;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Architecture;

/// <summary>Null is refused by name wherever it is not allowed, and never means something else.</summary>
public class NullArgumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>A value for each type of parameter that the search fills in.</summary>
    private static readonly Dictionary<Type, object> Samples = new()
    {
        [typeof(string)] = "ruby",
        [typeof(ImageStream)] = AnImageStream().Tag("3").Build(),
        [typeof(ImageStreamSet)] = new ImageStreamSet([]),
        [typeof(ImageStreamTagName)] = ImageStreamTagName.Parse("shop/ruby:3"),
        [typeof(ImageStreamName)] = ImageStreamName.FromParts("shop", "ruby"),
        [typeof(ImageReference)] = ImageReference.Parse("quay.io/a/b:1"),
        [typeof(Digest)] = Digest.Parse(Image('1')),
        [typeof(BuildConfig)] = new BuildConfig(),
        [typeof(DeploymentConfig)] = new DeploymentConfig(),
        [typeof(Workload)] = Workload.Parse("""{"kind":"Deployment","metadata":{"name":"a"}}"""u8.ToArray()),
        [typeof(TagGraph)] = TagGraph.Empty,
        [typeof(GraphObjects)] = GraphObjects.None,
        [typeof(GraphSlice)] = TagGraph.Empty.ToSlice(),
        [typeof(TagOutcomes)] = TagGraph.Empty.ResolveAll(),
        [typeof(ITagLookup)] = new StreamTagLookup(new ImageStreamSet([]), ""),
        [typeof(ObjectReference)] = ObjectReference.ImageStreamTag("ruby:3"),
        [typeof(TagReference)] = new TagReference { Name = "3" },
        [typeof(TagEvent)] = new TagEvent(),
        [typeof(Image)] = new Image(),
        [typeof(IImageStreamStore)] = new InMemoryImageStreamStore(),
        [typeof(InMemoryImageStreamStore)] = new InMemoryImageStreamStore(),
        [typeof(IImageStreamClient)] = new EmbeddedImageStreamClient(new InMemoryImageStreamStore()),
        [typeof(EmbeddedImageStreamClient)] = new EmbeddedImageStreamClient(new InMemoryImageStreamStore()),
        [typeof(TimeProvider)] = TimeProvider.System,
        [typeof(TimeSpan)] = TimeSpan.FromSeconds(1),
        [typeof(int)] = 1,
        [typeof(long)] = 1L,
        [typeof(bool)] = false,
        [typeof(CancellationToken)] = CancellationToken.None,
    };

    [Fact]
    public void NullLiterals_AreRefused()
    {
        var stream = AnImageStream().Build();
        Assert.Throws<ArgumentNullException>(() => TagGraph.Create(null!));
        Assert.Throws<ArgumentNullException>(() => TagGraph.FromStreams(null!));
        Assert.Throws<ArgumentNullException>(() => TagGraph.Empty.With(null!));
        Assert.Throws<ArgumentNullException>(() => TagGraph.Empty.WithStreams(null!));
        Assert.Throws<ArgumentNullException>(() => TagGraph.Empty.Without(null!));
        Assert.Throws<ArgumentNullException>(() => TagGraph.Empty.ComputeImpact(null!));
        Assert.Throws<ArgumentNullException>(() => TagGraph.Empty.ComputeImpact([null!]));
        Assert.Throws<ArgumentNullException>(() => TagResolver.Resolve(stream, null!));
        Assert.Throws<ArgumentNullException>(() => TagResolver.Explain(stream, null!));
        Assert.Throws<ArgumentNullException>(() => TagResolver.Follow(stream, null!));
        Assert.Throws<ArgumentNullException>(() => PullSpecs.Resolve(stream, null!));
        Assert.Throws<ArgumentNullException>(() => PullSpecs.FindLatest(stream, null!));
        Assert.Throws<ArgumentNullException>(() => PullSpecs.FindLatestEvent(stream, null!));
        Assert.Throws<ArgumentNullException>(() => ImageStreamTagName.Join("ruby", null!));
        Assert.Throws<ArgumentNullException>(() => ImageStreamImageName.Join("ruby", null!));
        Assert.Throws<ArgumentNullException>(() => SyntheticIndex.Create(null!));
        Assert.Throws<ArgumentNullException>(() => SyntheticIndex.ForPlatforms(SyntheticImage.Create("a"), null!));
        Assert.Throws<ArgumentNullException>(() => SyntheticImage.Create("a").WithCommand(null!));
    }

    [Fact]
    public void NullItems_AreRefusedByTheNameOfTheList()
    {
        var stream = AnImageStream().Build();
        Assert.Throws<ArgumentNullException>("streams", () => new ImageStreamSet([null!]));
        Assert.Throws<ArgumentNullException>("streams", () => new ImageStreamSet([stream, null!], []));
        Assert.Throws<ArgumentNullException>("builds", () => new ImageStreamSet([stream], [null!]));
        Assert.Throws<ArgumentNullException>("streams", () => TagGraph.FromStreams([stream, null!]));
        Assert.Throws<ArgumentNullException>("streams", () => TagGraph.Empty.WithStreams([null!]));
        Assert.Throws<ArgumentNullException>("Streams", () => new GraphObjects { Streams = [stream, null!] });
        Assert.Throws<ArgumentNullException>("BuildConfigs", () => new GraphObjects { BuildConfigs = [null!] });
        Assert.Throws<ArgumentNullException>("DeploymentConfigs", () => new GraphObjects { DeploymentConfigs = [null!] });
        Assert.Throws<ArgumentNullException>("Workloads", () => GraphObjects.None with { Workloads = [null!] });
    }

    [Fact]
    public void EveryParameterThatMayNotBeNull_RefusesNull()
    {
        var tried = GetMethods().SelectMany(method => method.GetParameters().Where(MayNotBeNull).Select(parameter => (method, parameter)))
            .Select(one => (one.method, one.parameter, Result: PassNull(one.method, one.parameter)))
            .Where(one => one.Result is not null)
            .ToList();
        Assert.True(tried.Count >= 250, $"only {tried.Count} parameters were tried");
        var accepting = tried.Where(one => one.Result != nameof(ArgumentNullException))
            .Select(one => $"{one.method.DeclaringType!.Name}.{one.method.Name}({one.parameter.Name}): {one.Result}").ToList();
        Assert.True(accepting.Count == 0, string.Join('\n', accepting));
    }

    private static IEnumerable<MethodBase> GetMethods() => new[] { typeof(TagGraph).Assembly, typeof(SyntheticImage).Assembly }
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => !type.Name.StartsWith('<'))   // without the types that hold extension members
        .Where(type => !type.IsInterface && !type.ContainsGenericParameters && !typeof(Delegate).IsAssignableFrom(type))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Concat<MethodBase>(type.IsAbstract ? [] : type.GetConstructors()))
        .Where(method => !method.ContainsGenericParameters && !IsGenerated(method));

    private static bool IsGenerated(MethodBase method) =>
        (method.IsSpecialName && !method.IsConstructor) || method.Name is "PrintMembers" or "<Clone>$" or "Equals" or "GetHashCode" or "Deconstruct"
        || typeof(Exception).IsAssignableFrom(method.DeclaringType)
        || (method.IsConstructor && method.GetParameters() is [var only] && only.ParameterType == method.DeclaringType);

    private static bool MayNotBeNull(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType && !parameter.IsOut && !parameter.ParameterType.IsByRef
        && Nullability.Create(parameter).WriteState == NullabilityState.NotNull;

    /// <summary>Calls a method with null for one parameter; null when there is no sample for another one.</summary>
    private static string? PassNull(MethodBase method, ParameterInfo parameter)
    {
        var arguments = method.GetParameters().Select(other => other == parameter ? null : FindSample(other)).ToArray();
        var isComplete = method.GetParameters().Zip(arguments).All(pair => pair.First == parameter || pair.Second is not null || IsOptional(pair.First));
        var target = method.IsStatic || method.IsConstructor ? null : Samples.GetValueOrDefault(method.DeclaringType!);
        if (!isComplete || (target is null && !method.IsStatic && !method.IsConstructor))
        {
            return null;
        }

        try
        {
            var result = method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(target, arguments);
            return result is Task { Exception.InnerException: { } failure } ? failure.GetType().Name : "nothing was thrown";
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException!.GetType().Name;
        }
    }

    private static object? FindSample(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue : Samples.GetValueOrDefault(parameter.ParameterType);

    private static bool IsOptional(ParameterInfo parameter) => parameter.HasDefaultValue || parameter.IsOut;
}
