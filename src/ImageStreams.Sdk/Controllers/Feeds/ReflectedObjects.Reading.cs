using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <content>Finds objects: by name, namespace, labels, and by indexes of the caller.</content>
public sealed partial class ReflectedObjects<T>
{
    /// <summary>The number of objects.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _objects.Count;
            }
        }
    }

    /// <summary>The objects, in no particular order; a copy.</summary>
    public ValueList<T> All
    {
        get
        {
            lock (_gate)
            {
                return _objects.Values.ToValueList();
            }
        }
    }

    /// <summary>Finds an object; null when there is none.</summary>
    /// <param name="ns">The namespace; empty for an object without one.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public T? Find(string ns, string name) => Find(new ObjectKey(ns, name));

    /// <summary>Finds an object; null when there is none.</summary>
    /// <param name="key">The namespace and the name.</param>
    public T? Find(ObjectKey key)
    {
        lock (_gate)
        {
            return _objects.GetValueOrDefault(key);
        }
    }

    /// <summary>Finds the objects of a namespace, in no particular order; a copy.</summary>
    /// <param name="ns">The namespace; empty for objects without one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ns"/> is null.</exception>
    public ValueList<T> FindInNamespace(string ns) => FindByIndex(ObjectIndexes<T>.Namespace, ns);

    /// <summary>Finds the objects with labels, in no particular order; a copy. Looks at all objects.</summary>
    /// <param name="selector">The label selector, such as <c>team=a,!old</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="selector"/> is null.</exception>
    /// <exception cref="ApiException">The selector is malformed (<see cref="ApiFailure.BadRequest"/>).</exception>
    public ValueList<T> FindByLabels(string selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        var labels = LabelSelector.Parse(selector);

        lock (_gate)
        {
            return _objects.Values.Where(value => labels.Matches(value.Metadata.Labels)).ToValueList();
        }
    }

    /// <summary>Finds the objects for which the function of an index has a value, in no particular order; a copy.</summary>
    /// <param name="index">The name of the index.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such index.</exception>
    public ValueList<T> FindByIndex(string index, string value)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(value);

        lock (_gate)
        {
            return _indexes.Find(index, value).Select(key => _objects[key]).ToValueList();
        }
    }

    /// <summary>Adds an index, at any time; it has the objects that exist at once.</summary>
    /// <param name="index">The name of the index.</param>
    /// <param name="getValues">Gets the values of an object by which it is found: any number. It is called while the cache is locked,
    /// and must not throw.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is an index of that name.</exception>
    public void AddIndex(string index, Func<T, IEnumerable<string>> getValues)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(getValues);

        lock (_gate)
        {
            _indexes.Add(index, getValues, _objects);
        }
    }
}
