using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>Objects by their kinds and names.</summary>
internal sealed class ObjectTable
{
    private readonly Dictionary<(string Kind, string Namespace, string Name), ManifestObject> _byName = [];
    private readonly Dictionary<Type, Array> _byType = [];

    public ObjectTable(IEnumerable<ManifestObject> objects)
    {
        Objects = objects.ToValueList();
        foreach (var item in Objects)
        {
            Add(item);
        }

        OtherCount = Objects.Count(item => !item.IsKnown);
    }

    public ValueList<ManifestObject> Objects { get; }

    /// <summary>The number of objects that are of no kind of the library.</summary>
    public int OtherCount { get; }

    /// <summary>The problems of objects that were there before.</summary>
    public List<ManifestProblem> Duplicates { get; } = [];

    public ValueList<T> Get<T>()
        where T : class
    {
        lock (_byType)
        {
            if (!_byType.TryGetValue(typeof(T), out var found))
            {
                found = Objects.Select(item => item.Value).OfType<T>().ToArray();
                _byType.Add(typeof(T), found);
            }

            return ValueList.Create<T>((T[])found);
        }
    }

    public ManifestObject? Find(string kind, string ns, string name) => _byName.GetValueOrDefault((kind, ns, name));

    private void Add(ManifestObject item)
    {
        var key = (item.Kind, item.Namespace, item.Name);
        if (_byName.TryAdd(key, item) || item.Name.Length == 0)
        {
            return;
        }

        var first = _byName[key];
        if (!first.IsKnown && item.IsKnown)
        {
            _byName[key] = item;
        }
        else if (first.IsKnown && item.IsKnown && !item.IsAlternativeTo(first) && !ParameterReferences.Contains(item.Name))
        {
            Duplicates.Add(LoadTexts.Duplicate(item, first));
        }
    }
}
